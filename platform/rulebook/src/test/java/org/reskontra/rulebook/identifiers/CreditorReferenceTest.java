package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.rulebook.identifiers.CreditorReference.Parsed;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditorReferenceTest {

    private static CreditorReference valid(String text) {
        return assertInstanceOf(Parsed.Valid.class, CreditorReference.parse(text))
                .reference();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RF18539007547034,    RF18 5390 0754 7034",
        "rf36 2026 0001 230,  RF36 2026 0001 230",
        "' RF18 5390 07547034', RF18 5390 0754 7034",
    })
    void is_read_however_it_is_spaced_and_written_in_groups_of_four(String text, String written) {
        assertEquals(written, valid(text).written());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            RF18539007547035           | the check digits are wrong
            RF19539007547034           | the check digits are wrong
            RF18                       | must be RF, two check digits and 1 to 21 letters or digits
            RF181234567890123456789012 | must be RF, two check digits and 1 to 21 letters or digits
            FR18539007547034           | must be RF, two check digits and 1 to 21 letters or digits
            RF18-539007547034          | must be RF, two check digits and 1 to 21 letters or digits
            ''                         | must be RF, two check digits and 1 to 21 letters or digits
            """)
    void is_refused_with_a_reason(String text, String reason) {
        assertEquals(new Parsed.Invalid(reason), CreditorReference.parse(text));
    }

    @Test
    void check_digits_run_from_02_to_98_though_others_have_the_same_remainder() {
        var reference = reference("97");
        assertEquals("RF97" + reference, CreditorReference.of(reference).normalised());
        assertEquals(new Parsed.Invalid("the check digits are wrong"), CreditorReference.parse("RF00" + reference));
    }

    @Test
    void the_reference_in_any_case_is_kept_in_capitals() {
        var made = CreditorReference.of("inv2026a");
        assertEquals("INV2026A", made.reference());
        assertEquals(made, valid(made.normalised().toLowerCase(Locale.ROOT)));
    }

    @Test
    void only_a_right_viitenumero_inside_is_one() {
        assertEquals(
                Optional.of(FinnishReference.of("2026000123")),
                valid("RF3620260001230").finnish());
        assertEquals(Optional.empty(), CreditorReference.of("20260001231").finnish());
        assertEquals(Optional.empty(), CreditorReference.of("A20260001230").finnish());
        assertEquals(
                Optional.of(FinnishReference.of("2026000123")),
                CreditorReference.of("00020260001230").finnish());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123456789012", "A-1", "Ä1"})
    void what_is_no_reference_to_make_one_of(String reference) {
        assertThrows(IllegalArgumentException.class, () -> CreditorReference.of(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF18539007547035", "rf18539007547034", "RF18 5390 0754 7034", ""})
    void a_value_is_never_wrong(String normalised) {
        assertThrows(IllegalArgumentException.class, () -> new CreditorReference(normalised));
    }

    /** The first number whose check digits are these. */
    private static String reference(String checkDigits) {
        int number = 1;
        while (!CreditorReference.of("" + number).normalised().startsWith("RF" + checkDigits)) {
            number++;
        }
        return "" + number;
    }
}
