package org.reskontra.rulebook.calendar;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.amended;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.TraceCheck;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BusinessCalendarTest {

    private static final RulePack SWEDEN = pack("SE");
    private static final RulePack FINLAND = pack("FI");
    private static final int DAYS_TRIED = 10_000;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # country | year | weekdays Monday to Friday that are no business days
            SE | 2004 | 01-01 01-06 04-09 04-12 05-20 05-31 06-25 12-24 12-31
            SE | 2005 | 01-06 03-25 03-28 05-05 06-06 06-24 12-26
            SE | 2010 | 01-01 01-06 04-02 04-05 05-13 06-25 12-24 12-31
            SE | 2024 | 01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31
            SE | 2026 | 01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31
            SE | 2030 | 01-01 04-19 04-22 05-01 05-30 06-06 06-21 12-24 12-25 12-26 12-31
            FI | 2005 | 01-06 03-25 03-28 05-05 06-24 12-06 12-26
            FI | 2026 | 01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25
            FI | 2027 | 01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24
            NO | 2026 | 01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25
            DK | 2023 | 04-06 04-07 04-10 05-05 05-18 05-19 05-29 06-05 12-25 12-26
            DK | 2024 | 01-01 03-28 03-29 04-01 05-09 05-10 05-20 06-05 12-24 12-25 12-26 12-31
            """)
    void weekdays_on_which_nobody_need_pay(String country, int year, String closed) {
        var pack = pack(country);
        var found = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> !BusinessCalendar.isBusinessDay(pack, day))
                .map(day -> day.toString().substring(5))
                .collect(joining(" "));
        assertEquals(closed, found);
    }

    @ParameterizedTest(name = "{0} {1} is {2} by {3}")
    @CsvSource({
        "SE, 2004-05-31, Whit Monday,        SE-CAL-2",
        "SE, 2026-06-06, National Day,       SE-CAL-2",
        "SE, 2026-10-31, All Saints' Day,    SE-CAL-2",
        "SE, 2026-06-19, Midsummer Eve,      SE-CAL-3",
        "SE, 2026-06-20, Midsummer Day,      SE-CAL-2",
        "SE, 2026-12-31, New Year's Eve,     SE-CAL-3",
        "SE, 2026-02-28, Saturday,           SE-CAL-1",
        "SE, 2026-03-01, Sunday,             SE-CAL-1",
        "FI, 2026-12-06, Independence Day,   FI-CAL-2",
        "FI, 2026-12-24, Christmas Eve,      FI-CAL-3",
        "NO, 2027-05-17, Constitution Day,   NO-CAL-2",
        "DK, 2023-05-05, Great Day of Prayer, DK-CAL-2",
    })
    void a_closed_day_has_its_name_and_its_rule(String country, LocalDate day, String name, String rule) {
        var closed = assertInstanceOf(DayKind.Closed.class, BusinessCalendar.kind(pack(country), day));
        assertEquals(name, closed.name());
        assertEquals(rule, closed.ruleId());
        assertFalse(closed.source().isBlank());
    }

    @ParameterizedTest(name = "{0} due {1}: in time until {2}, over {3}")
    @CsvSource({
        "SE, 2026-04-30, 2026-04-30, nothing",
        "SE, 2026-05-01, 2026-05-04, 'May Day, Saturday, Sunday'",
        "SE, 2026-04-03, 2026-04-07, 'Good Friday, Saturday, Easter Sunday, Easter Monday'",
        "SE, 2026-12-24, 2026-12-28, 'Christmas Eve, Christmas Day, Boxing Day, Sunday'",
        "SE, 2026-12-31, 2027-01-04, 'New Year''s Eve, New Year''s Day, Saturday, Sunday'",
        "FI, 2026-12-31, 2026-12-31, nothing",
        "FI, 2025-12-06, 2025-12-08, 'Independence Day, Sunday'",
        "NO, 2026-05-14, 2026-05-15, Ascension Day",
        "DK, 2026-05-14, 2026-05-18, 'Ascension Day, the day after Ascension Day, Saturday, Sunday'",
    })
    void a_due_date_moves_to_the_next_business_day(String country, LocalDate due, LocalDate inTime, String over) {
        var shifted = on(BusinessCalendar.dueDate(pack(country), due));
        assertEquals(inTime, shifted.day());
        assertEquals(country + "-CAL-4", shifted.ruleId());
        var names = shifted.passedOver().stream().map(DayKind.Closed::name).collect(joining(", "));
        assertEquals(over, names.isEmpty() ? "nothing" : names);
    }

    @ParameterizedTest(name = "{0}: {2} days from sending on {1} end on {3}")
    @CsvSource({
        "SE, 2025-03-03,  8, 2025-03-11",
        "SE, 2025-03-06,  8, 2025-03-14",
        "SE, 2025-03-07,  8, 2025-03-17",
        "SE, 2026-06-11,  8, 2026-06-22",
        "SE, 2026-06-13,  0, 2026-06-15",
        "FI, 2025-03-01, 14, 2025-03-17",
    })
    void the_day_of_sending_does_not_count(String country, LocalDate sent, int days, LocalDate last) {
        assertEquals(
                last,
                on(BusinessCalendar.deadlineAfterSending(pack(country), sent, days))
                        .day());
    }

    @Test
    void the_next_business_day_is_the_day_itself_if_it_is_one() {
        assertEquals(
                day("2026-06-18"),
                on(BusinessCalendar.nextBusinessDay(SWEDEN, day("2026-06-18"))).day());
        assertEquals(
                day("2026-06-22"),
                on(BusinessCalendar.nextBusinessDay(SWEDEN, day("2026-06-19"))).day());
    }

    @Test
    void days_before_the_calendar_are_left_to_a_person() {
        assertInstanceOf(DayKind.NeedsReview.class, BusinessCalendar.kind(SWEDEN, day("1989-12-31")));
        assertInstanceOf(ShiftedDay.NeedsReview.class, BusinessCalendar.dueDate(SWEDEN, day("1989-12-31")));
        var unknown = assertThrows(
                IllegalStateException.class, () -> BusinessCalendar.isBusinessDay(SWEDEN, day("1989-12-31")));
        assertEquals("SE-CAL-1: the calendar of 1989-12-31 is not known", unknown.getMessage());
    }

    @Test
    void where_due_dates_do_not_move_they_stay() {
        var pack = amended("TO_NEXT_BUSINESS_DAY", "NONE");
        assertEquals(
                day("2026-05-01"),
                on(BusinessCalendar.dueDate(pack, day("2026-05-01"))).day());
    }

    @Test
    void a_calendar_without_any_business_day_is_left_to_a_person() {
        var pack = amended("[SATURDAY, SUNDAY]", "[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]");
        var review = assertInstanceOf(
                ShiftedDay.NeedsReview.class, BusinessCalendar.nextBusinessDay(pack, day("2026-05-04")));
        assertEquals("no business day within 31 days of 2026-05-04", review.reason());
    }

    @Test
    void a_deadline_is_not_before_sending() {
        assertThrows(
                IllegalArgumentException.class,
                () -> BusinessCalendar.deadlineAfterSending(SWEDEN, day("2026-05-04"), -1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 2041})
    void any_shift_is_never_earlier_ends_on_a_business_day_and_is_done_once(long seed) {
        var random = new Random(seed);
        var first = day("1992-01-01");
        int days = (int) ChronoUnit.DAYS.between(first, day("2099-12-01"));
        for (int i = 0; i < DAYS_TRIED; i++) {
            var pack = random.nextBoolean() ? SWEDEN : FINLAND;
            var due = first.plusDays(random.nextInt(days));
            var shifted = on(BusinessCalendar.dueDate(pack, due));
            assertFalse(shifted.day().isBefore(due), due::toString);
            assertTrue(BusinessCalendar.isBusinessDay(pack, shifted.day()), due::toString);
            assertEquals(
                    shifted.day(),
                    on(BusinessCalendar.dueDate(pack, shifted.day())).day(),
                    due::toString);
            assertEquals(shifted.passedOver().size(), ChronoUnit.DAYS.between(due, shifted.day()), due::toString);
            assertEquals(BusinessCalendar.isBusinessDay(pack, due), !shifted.moved(), due::toString);
            assertEquals(
                    shifted.day().toEpochDay(),
                    TraceCheck.recompute(shifted.trace()).longValueExact());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {12, 2042})
    void any_deadline_leaves_at_least_its_days_and_a_later_letter_never_ends_earlier(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < DAYS_TRIED; i++) {
            var pack = random.nextBoolean() ? SWEDEN : FINLAND;
            var sent = day("1992-01-01").plusDays(random.nextInt(36_000));
            int days = random.nextInt(61);
            var deadline = on(BusinessCalendar.deadlineAfterSending(pack, sent, days));
            var next = on(BusinessCalendar.deadlineAfterSending(pack, sent.plusDays(1), days));
            assertFalse(deadline.day().isBefore(sent.plusDays(days)), () -> days + " from " + sent);
            assertFalse(next.day().isBefore(deadline.day()), () -> days + " from " + sent);
            assertEquals(
                    deadline.day().toEpochDay(),
                    TraceCheck.recompute(deadline.trace()).longValueExact());
        }
    }

    private static ShiftedDay.On on(ShiftedDay shifted) {
        return assertInstanceOf(ShiftedDay.On.class, shifted);
    }

    private static RulePack pack(String country) {
        return Rulebook.standard().pack(new Country(country));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
