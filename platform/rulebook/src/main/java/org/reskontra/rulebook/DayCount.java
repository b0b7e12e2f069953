package org.reskontra.rulebook;

import java.time.LocalDate;

/** How a yearly rate is spread over days. Exact: a day is a whole number of units, and so is a year. */
public enum DayCount {
    /** Every day is 1/365 of a year, also in a leap year. */
    ACT_365("ACT/365") {
        @Override
        public long units(long first, long last) {
            return last - first + 1;
        }

        @Override
        public long unitsPerYear() {
            return DAYS_OF_YEAR;
        }
    },
    /** A day is 1/366 of a leap year and 1/365 of any other. */
    ACT_ACT("ACT/ACT") {
        @Override
        public long units(long first, long last) {
            long leapDays = daysInLeapYearsBefore(last + 1) - daysInLeapYearsBefore(first);
            return (last - first + 1) * DAYS_OF_LEAP_YEAR - leapDays;
        }

        @Override
        public long unitsPerYear() {
            return DAYS_OF_YEAR * DAYS_OF_LEAP_YEAR;
        }
    };

    private static final long DAYS_OF_YEAR = 365;
    private static final long DAYS_OF_LEAP_YEAR = 366;

    private final String written;

    DayCount(String written) {
        this.written = written;
    }

    /** The convention of that name; {@link IllegalArgumentException} for any other. */
    static DayCount named(String written) {
        for (var dayCount : values()) {
            if (dayCount.written.equals(written)) {
                return dayCount;
            }
        }
        throw new IllegalArgumentException(written);
    }

    /** The units from the first to the last day, both inclusive. */
    public long units(LocalDate from, LocalDate to) {
        return units(from.toEpochDay(), to.toEpochDay());
    }

    /** The same, of days counted from 1970-01-01. */
    public abstract long units(long first, long last);

    public abstract long unitsPerYear();

    @Override
    public String toString() {
        return written;
    }

    /** How many days before that one, from 0001-01-01 on, are of a leap year; only differences mean anything. */
    private static long daysInLeapYearsBefore(long day) {
        var date = LocalDate.ofEpochDay(day);
        long before = date.getYear() - 1L;
        long leapYears = Math.floorDiv(before, 4) - Math.floorDiv(before, 100) + Math.floorDiv(before, 400);
        return leapYears * DAYS_OF_LEAP_YEAR + (date.isLeapYear() ? date.getDayOfYear() - 1 : 0);
    }
}
