package org.reskontra.rulebook;

import java.math.BigDecimal;

/**
 * A yearly rate, kept in two ways that agree.
 *
 * @param fraction 0.115 is 11.5 %; may be negative
 * @param millionths the same as a whole number of millionths, or {@link #UNEVEN}
 */
public record YearlyRate(BigDecimal fraction, long millionths) {

    /** Stands for a rate that is no whole number of millionths (finer than 0.0001 %), or one of 100 000 % and more. */
    public static final long UNEVEN = Long.MIN_VALUE;

    private static final int DECIMALS = 6;
    private static final int MOST_DIGITS = 9;

    /** The rate of that fraction. */
    public static YearlyRate of(BigDecimal fraction) {
        return new YearlyRate(fraction, millionths(fraction));
    }

    public YearlyRate plus(YearlyRate points) {
        return of(fraction.add(points.fraction));
    }

    public YearlyRate max(YearlyRate other) {
        return fraction.compareTo(other.fraction) >= 0 ? this : other;
    }

    public YearlyRate min(YearlyRate other) {
        return fraction.compareTo(other.fraction) <= 0 ? this : other;
    }

    private static long millionths(BigDecimal fraction) {
        var shortest = fraction.scale() <= DECIMALS ? fraction : fraction.stripTrailingZeros();
        boolean even =
                shortest.scale() <= DECIMALS && shortest.precision() - shortest.scale() <= MOST_DIGITS - DECIMALS;
        return even ? shortest.movePointRight(DECIMALS).longValueExact() : UNEVEN;
    }
}
