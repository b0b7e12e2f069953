package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.rulebook.identifiers.GiroNumber.Kind;
import org.reskontra.rulebook.identifiers.GiroNumbers.Parsed;

class GiroNumbersTest {

    private static Parsed parse(Kind kind, String text) {
        return kind == Kind.BANKGIRO ? GiroNumbers.parseBankgiro(text) : GiroNumbers.parsePlusgiro(text);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "BANKGIRO, 991-2346,     991-2346",
        "BANKGIRO, 9912346,      991-2346",
        "BANKGIRO, ' 9 9 1-2346', 991-2346",
        "BANKGIRO, 12345674,     1234-5674",
        "PLUSGIRO, 12345674,     123 45 67-4",
        "PLUSGIRO, 1230,         123-0",
        "PLUSGIRO, 26,           2-6",
        "PLUSGIRO, '12 34 - 4',  12 34-4",
    })
    void is_written_as_people_write_it(Kind kind, String text, String written) {
        var number = assertInstanceOf(Parsed.Valid.class, parse(kind, text)).number();
        assertEquals(written, number.written());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "BANKGIRO, 991-2345,    the check digit is wrong",
        "BANKGIRO, 123450,      must be 7 to 8 digits",
        "BANKGIRO, 991-2346X,   must be 7 to 8 digits",
        "PLUSGIRO, 27,          the check digit is wrong",
        "PLUSGIRO, 2,           must be 2 to 8 digits",
        "PLUSGIRO, 123456789,   must be 2 to 8 digits",
        "PLUSGIRO, '',          must be 2 to 8 digits",
    })
    void is_refused_with_a_reason(Kind kind, String text, String reason) {
        assertEquals(new Parsed.Invalid(reason), parse(kind, text));
    }

    @Test
    void a_giro_number_is_never_wrong() {
        assertThrows(IllegalArgumentException.class, () -> new GiroNumber(Kind.BANKGIRO, "9912345"));
        assertThrows(IllegalArgumentException.class, () -> new GiroNumber(Kind.BANKGIRO, "991-2346"));
        assertThrows(IllegalArgumentException.class, () -> new GiroNumber(Kind.BANKGIRO, "26"));
    }
}
