package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.rulebook.identifiers.FinnishReference.Parsed;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FinnishReferenceTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1009,                     1009",
        "123 453,                  1 23453",
        "0000123453,               1 23453",
        "12345 67897,              12345 67897",
        "1234567890 1234567894,    12345 67890 12345 67894",
        "0 12345 67890 12345 67894, 12345 67890 12345 67894",
    })
    void is_read_however_it_is_spaced_and_padded_and_written_in_groups_of_five(String text, String written) {
        var reference = assertInstanceOf(Parsed.Valid.class, FinnishReference.parse(text))
                .reference();
        assertEquals(written, reference.written());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "123454,                the check digit is wrong",
        "'',                    must be 4 to 20 digits",
        "0000,                  must be 4 to 20 digits",
        "013,                   must be 4 to 20 digits",
        "123456789012345678901, must be 4 to 20 digits",
        "12345-3,               must be 4 to 20 digits",
        "١٢٣٤٥٣,                must be 4 to 20 digits",
    })
    void is_refused_with_a_reason(String text, String reason) {
        assertEquals(new Parsed.Invalid(reason), FinnishReference.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "0012", "12345678901234567890", "12a", "12 34"})
    void what_is_no_base(String base) {
        assertThrows(IllegalArgumentException.class, () -> FinnishReference.of(base));
    }

    @Test
    void zeros_before_the_base_do_not_count() {
        assertEquals(FinnishReference.of("12345"), FinnishReference.of("00012345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123454", "0123453", "1 23453", ""})
    void a_value_is_never_wrong(String digits) {
        assertThrows(IllegalArgumentException.class, () -> new FinnishReference(digits));
    }
}
