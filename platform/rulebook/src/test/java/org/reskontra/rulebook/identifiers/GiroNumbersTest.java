package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.rulebook.identifiers.GiroNumber.Kind;
import org.reskontra.rulebook.identifiers.GiroNumbers.Parsed;

class GiroNumbersTest {

    private static Parsed parse(Kind kind, String text) {
        return kind == Kind.BANKGIRO ? GiroNumbers.parseBankgiro(text) : GiroNumbers.parsePlusgiro(text);
    }

    private static String checked(String digits) {
        return digits + Luhn.checkDigit(digits);
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {8, 2033, 77_008})
    void what_is_written_reads_back_and_one_wrong_digit_is_noticed(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            var kind = Kind.values()[random.nextInt(2)];
            int length = kind == Kind.BANKGIRO ? random.nextInt(6, 8) : random.nextInt(1, 8);
            var base = new StringBuilder();
            while (base.length() < length) {
                base.append(random.nextInt(10));
            }
            var number = new GiroNumber(kind, checked(base.toString()));
            assertEquals(new Parsed.Valid(number), parse(kind, number.written()));

            int at = random.nextInt(number.digits().length());
            var wrong = new StringBuilder(number.digits());
            wrong.setCharAt(at, (char) ('0' + (wrong.charAt(at) - '0' + random.nextInt(1, 10)) % 10));
            assertInstanceOf(Parsed.Invalid.class, parse(kind, wrong.toString()), () -> number + " as " + wrong);
        }
    }
}
