package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.identifiers.IdentityNumber.Kind;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed;

class FinnishNumbersTest {

    private static Parsed parse(DebtorKind kind, String text) {
        return IdentityNumbers.parse(Country.FI, kind, text, LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CONSUMER,    131052-308T, HENKILOTUNNUS, 131052-308T",
        "CONSUMER,    131052y308t, HENKILOTUNNUS, 131052Y308T",
        "BUSINESS,    0112038-9,   Y_TUNNUS,      0112038-9",
        "BUSINESS,    01120389,    Y_TUNNUS,      0112038-9",
        "PUBLIC_BODY, 112038-9,    Y_TUNNUS,      0112038-9",
    })
    void identity_numbers(DebtorKind debtor, String written, Kind kind, String normalised) {
        var number =
                assertInstanceOf(Parsed.Valid.class, parse(debtor, written)).number();
        assertEquals(new IdentityNumber(normalised, kind), number);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "CONSUMER, 131052-308U, the check character is wrong",
        "CONSUMER, 131052Z308T, 'must be 11 characters, such as DDMMYY-NNNC'",
        "CONSUMER, 0112038-9,   'must be 11 characters, such as DDMMYY-NNNC'",
        "BUSINESS, 131052-308T, 'must be 8 digits, such as 1234567-1'",
        "BUSINESS, 0112038-8,   the check digit is wrong",
    })
    void wrong_identity_numbers(DebtorKind debtor, String text, String reason) {
        assertEquals(new Parsed.Invalid(reason), parse(debtor, text));
    }

    @Test
    void a_henkilötunnus_never_shows() {
        assertFalse(parse(DebtorKind.CONSUMER, "131052-308T").toString().contains("1310"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"311150", "290251", "000150", "010050"})
    void no_such_day(String day) {
        var number = day + "-123" + checkCharacter(day + "123");
        assertEquals(new Parsed.Invalid("has no such day of birth"), parse(DebtorKind.CONSUMER, number));
    }

    @Test
    void the_future_and_unused_individual_numbers() {
        var ahead = "010430A123" + checkCharacter("010430123");
        assertEquals(new Parsed.Invalid("the day of birth lies ahead"), parse(DebtorKind.CONSUMER, ahead));
        var test = "010150-900" + checkCharacter("010150900");
        assertEquals(new Parsed.Invalid("individual numbers run from 002 to 899"), parse(DebtorKind.CONSUMER, test));
    }

    @Test
    void G33_viitenumero_and_rf() {
        assertEquals("20260001230", FinnishReference.withCheckDigit("2026000123"));
        assertEquals("RF3620260001230", CreditorReference.of("20260001230"));
        assertTrue(CreditorReference.valid("RF18539007547034"));
        assertTrue(CreditorReference.valid("rf36 2026 0001 230"));
        assertFalse(CreditorReference.valid("RF18539007547035"));
        assertFalse(CreditorReference.valid("RF18"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12345678901234567890", "12a"})
    void what_is_no_base(String base) {
        assertThrows(IllegalArgumentException.class, () -> FinnishReference.withCheckDigit(base));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {9, 2034, 77_009})
    void what_was_generated_reads_back_and_one_wrong_digit_is_noticed(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            var base = new StringBuilder().append(random.nextInt(1, 10));
            for (int n = random.nextInt(2, 19); n > 0; n--) {
                base.append(random.nextInt(10));
            }
            var reference = FinnishReference.withCheckDigit(base.toString());
            var rf = CreditorReference.of(reference);
            assertTrue(FinnishReference.valid(reference) && CreditorReference.valid(rf), rf);

            int at = random.nextInt(1, reference.length());
            var wrong = new StringBuilder(reference);
            wrong.setCharAt(at, (char) ('0' + (reference.charAt(at) - '0' + random.nextInt(1, 10)) % 10));
            assertFalse(FinnishReference.valid(wrong.toString()), () -> reference + " as " + wrong);
            assertFalse(CreditorReference.valid(rf.substring(0, 4) + wrong), () -> rf + " as " + wrong);
        }
    }

    private static char checkCharacter(String nineDigits) {
        return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(nineDigits) % 31);
    }
}
