package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.amended;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YearlyDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
                "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2285-03-22",
            })
    void easter_of_a_year(LocalDate sunday) {
        assertEquals(sunday, YearlyDay.parse("easter").in(sunday.getYear()));
    }

    @Test
    void easter_is_a_sunday_from_22_march_to_25_april() {
        for (int year = 1583; year < 4000; year++) {
            var easter = Easter.sunday(year);
            assertEquals(DayOfWeek.SUNDAY, easter.getDayOfWeek());
            assertTrue(!easter.isBefore(LocalDate.of(year, 3, 22)) && !easter.isAfter(LocalDate.of(year, 4, 25)));
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "12-25,                 2026-12-25",
        "easter,                2026-04-05",
        "easter -2,             2026-04-03",
        "easter +39,            2026-05-14",
        "saturday 06-20..06-26, 2026-06-20",
        "saturday 06-20..06-26, 2027-06-26",
        "friday 06-19..06-25,   2026-06-19",
        "saturday 10-31..11-06, 2026-10-31",
        "saturday 10-31..11-06, 2027-11-06",
    })
    void as_the_acts_write_it(String written, LocalDate day) {
        assertEquals(day, YearlyDay.parse(written).in(day.getYear()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1",
                "13-01",
                "02-30",
                "02-29",
                "christmas",
                "easter 39",
                "easter + 39",
                "easter +999",
                "saturday 06-20",
                "saturday 06-20..06-27",
                "someday 06-20..06-26",
                "saturday 12-28..01-03",
            })
    void anything_else_is_refused(String written) {
        assertTrue(assertThrows(RuntimeException.class, () -> YearlyDay.parse(written)) instanceof RuntimeException e
                && (e instanceof IllegalArgumentException || e instanceof DateTimeException));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "on: easter -2 }          | on: lent }                | must be such as 12-25, easter +39",
                "Boxing Day, on: 12-26    | Boxing Day, on: 12-25     | is the same day as Christmas Day",
                "{ day: Boxing Day, on    | { on                      | lacks 'day'",
                "{ day: Boxing Day,       | { day: Boxing Day, in: 1, | has keys nobody knows",
                "value: [SATURDAY,        | value: [Saturday,         | knows [MONDAY",
                "value: TO_NEXT_BUSINESS_DAY | value: LATER           | knows [TO_NEXT_BUSINESS_DAY, NONE]",
            })
    void a_wrong_calendar_is_refused(String passage, String becomes, String reason) {
        var message = assertThrows(PackRefused.class, () -> amended("calendar", passage, becomes))
                .getMessage();
        assertTrue(message.startsWith("packs/se/calendar.yaml:") && message.contains(reason), message);
    }
}
