package org.reskontra.rulebook;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/** How a yearly rate is spread over days. Exact: a day is a whole number of units, and so is a year. */
public enum DayCount {
    /** Every day is 1/365 of a year, also in a leap year. */
    ACT_365("ACT/365") {
        @Override
        public long units(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        @Override
        public long unitsPerYear() {
            return 365;
        }
    },
    /** A day is 1/366 of a leap year and 1/365 of any other. */
    ACT_ACT("ACT/ACT") {
        @Override
        public long units(LocalDate from, LocalDate to) {
            long units = 0;
            for (var day = from; !day.isAfter(to); ) {
                var yearEnd = LocalDate.of(day.getYear(), 12, 31);
                var last = yearEnd.isBefore(to) ? yearEnd : to;
                units += (ChronoUnit.DAYS.between(day, last) + 1) * (Year.isLeap(day.getYear()) ? 365 : 366);
                day = last.plusDays(1);
            }
            return units;
        }

        @Override
        public long unitsPerYear() {
            return 365 * 366;
        }
    };

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
    public abstract long units(LocalDate from, LocalDate to);

    public abstract long unitsPerYear();

    @Override
    public String toString() {
        return written;
    }
}
