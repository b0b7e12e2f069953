package org.reskontra.acceptance.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Swedish late interest added up day by day from a table of reference rates of its own: each day bears the rate of that
 * day plus eight points, and what is posted at once is rounded once, half up.
 */
public final class InterestDays {

    /** Reference rate in tenths of a percent from a day on (Riksbank). */
    private static final TreeMap<LocalDate, Integer> REFERENCE_RATE = new TreeMap<>(Map.ofEntries(
            Map.entry(LocalDate.of(2011, 7, 1), 20),
            Map.entry(LocalDate.of(2012, 1, 1), 20),
            Map.entry(LocalDate.of(2012, 7, 1), 15),
            Map.entry(LocalDate.of(2013, 1, 1), 10),
            Map.entry(LocalDate.of(2015, 1, 1), 0),
            Map.entry(LocalDate.of(2016, 7, 1), -5),
            Map.entry(LocalDate.of(2019, 7, 1), 0),
            Map.entry(LocalDate.of(2022, 7, 1), 5),
            Map.entry(LocalDate.of(2023, 1, 1), 25),
            Map.entry(LocalDate.of(2023, 7, 1), 35),
            Map.entry(LocalDate.of(2024, 1, 1), 40),
            Map.entry(LocalDate.of(2025, 1, 1), 30),
            Map.entry(LocalDate.of(2025, 7, 1), 20)));

    private static final LocalDate LAST_KNOWN = LocalDate.of(2025, 12, 31);
    private static final int MARGIN = 80;

    /** Tenths of a percent of a year of 365 days. */
    private static final BigDecimal WHOLE = BigDecimal.valueOf(365_000);

    private BigInteger sum = BigInteger.ZERO;

    /**
     * Adds a stretch of days on which the same principal is owed.
     *
     * @param principal in minor units
     * @param after the day before the first
     * @param through the last
     */
    public InterestDays add(long principal, LocalDate after, LocalDate through) {
        if (through.isAfter(LAST_KNOWN)) {
            throw new IllegalArgumentException("no reference rate is known after " + LAST_KNOWN);
        }
        for (var day = after.plusDays(1); !day.isAfter(through); day = day.plusDays(1)) {
            int rate = REFERENCE_RATE.floorEntry(day).getValue() + MARGIN;
            sum = sum.add(BigInteger.valueOf(principal).multiply(BigInteger.valueOf(rate)));
        }
        return this;
    }

    /** In minor units. */
    public long rounded() {
        return new BigDecimal(sum).divide(WHOLE, 0, RoundingMode.HALF_UP).longValueExact();
    }
}
