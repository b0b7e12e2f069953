package org.reskontra.rulebook.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.contracts.Money;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanguageTest {

    /** A space in the table is one that does not break, as in the figures. */
    private static String unbroken(String written) {
        return written.replace(' ', '\u00a0');
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            SV | 123450      | SEK | 1 234,50 kr
            SV | 5           | SEK | 0,05 kr
            SV | 99999       | SEK | 999,99 kr
            SV | 100000      | EUR | 1 000,00 EUR
            SV | -123450     | SEK | −1 234,50 kr
            SV | 123456789000 | SEK | 1 234 567 890,00 kr
            FI | 123450      | EUR | 1 234,50 €
            FI | 0           | EUR | 0,00 €
            FI | 123450      | SEK | 1 234,50 SEK
            EN | 123450      | SEK | SEK 1,234.50
            EN | -100        | EUR | EUR −1.00
            EN | 1234567     | JPY | JPY 1,234,567
            """)
    void amounts(Language language, long minor, String currency, String written) {
        assertEquals(unbroken(written), language.write(Money.of(minor, currency)));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SV | 0.105    | 10,50 %
            SV | -0.005   | −0,50 %
            SV | 0        | 0,00 %
            FI | 0.12     | 12,00 %
            FI | 0.11125  | 11,125 %
            EN | 0.105    | 10.50%
            EN | 10       | 1,000.00%
            """)
    void rates(Language language, BigDecimal fraction, String written) {
        assertEquals(unbroken(written), language.writePercent(fraction));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SV | 2025-03-11 | 2025-03-11
            FI | 2025-03-11 | 11.3.2025
            FI | 2024-12-01 | 1.12.2024
            EN | 2025-03-11 | 11 March 2025
            EN | 2024-12-01 | 1 December 2024
            """)
    void days(Language language, LocalDate day, String written) {
        assertEquals(written, language.write(day));
    }

    @Test
    void each_is_known_by_its_iso_code() {
        assertEquals(
                List.of("sv", "fi", "en"),
                Arrays.stream(Language.values()).map(Language::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_plain_number_keeps_its_decimals(Language language) {
        var point = language == Language.EN ? "." : ",";
        assertEquals("3" + point + "140", language.write(new BigDecimal("3.140")));
        assertEquals("3", language.write(new BigDecimal("3")));
    }
}
