package org.reskontra.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A day that comes once a year, as the acts on public holidays write it.
 *
 * <p>In writing: {@code 12-25}; {@code easter}, {@code easter -2}, {@code easter +39}; {@code saturday 06-20..06-26}.
 */
public sealed interface YearlyDay {

    /** That day in a year of the Gregorian calendar. */
    LocalDate in(int year);

    /** The same day of the month each year; not 29 February. */
    record SameDate(MonthDay date) implements YearlyDay {

        public SameDate {
            if (!date.isValidYear(1)) {
                throw new IllegalArgumentException(date + " does not come every year");
            }
        }

        @Override
        public LocalDate in(int year) {
            return date.atYear(year);
        }
    }

    /** So many days after Easter Sunday; before it where negative. */
    record FromEaster(int days) implements YearlyDay {

        private static final int FURTHEST = 100; // days: no year's end is passed, and no holiday lies further away

        public FromEaster {
            if (Math.abs(days) > FURTHEST) {
                throw new IllegalArgumentException(days + " days from Easter");
            }
        }

        @Override
        public LocalDate in(int year) {
            return Easter.sunday(year).plusDays(days);
        }
    }

    /** The day of that name in the seven days from {@code first}. */
    record WeekdayFrom(DayOfWeek weekday, MonthDay first) implements YearlyDay {

        @Override
        public LocalDate in(int year) {
            return first.atYear(year).with(TemporalAdjusters.nextOrSame(weekday));
        }
    }

    /** Reads what a pack writes; {@link IllegalArgumentException} for anything else. */
    static YearlyDay parse(String text) {
        var easter = Written.EASTER.matcher(text);
        if (easter.matches()) {
            return new FromEaster(easter.group(1) == null ? 0 : Integer.parseInt(easter.group(1)));
        }
        var weekday = Written.WEEKDAY.matcher(text);
        if (weekday.matches()) {
            return weekdayBetween(weekday.group(1), monthDay(weekday.group(2)), monthDay(weekday.group(3)));
        }
        return new SameDate(monthDay(text));
    }

    private static YearlyDay weekdayBetween(String name, MonthDay first, MonthDay last) {
        if (!first.atYear(Written.ANY_YEAR).plusDays(6).equals(last.atYear(Written.ANY_YEAR))) {
            throw new IllegalArgumentException(first + " to " + last + " is not one week of a year");
        }
        return new WeekdayFrom(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)), first);
    }

    private static MonthDay monthDay(String text) {
        if (!Written.DATE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return MonthDay.parse("--" + text);
    }

    /** How these days are written. */
    final class Written {

        private static final Pattern DATE = Pattern.compile("\\d{2}-\\d{2}");
        private static final Pattern EASTER = Pattern.compile("easter(?: ([+-]\\d{1,3}))?");
        private static final Pattern WEEKDAY = Pattern.compile("([a-z]+day) (\\d{2}-\\d{2})\\.\\.(\\d{2}-\\d{2})");
        private static final int ANY_YEAR = 2025;

        private Written() {}
    }
}
