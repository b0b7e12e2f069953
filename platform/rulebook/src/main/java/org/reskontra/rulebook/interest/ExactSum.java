package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import org.reskontra.rulebook.YearlyRate;

/**
 * An exact sum of principal × units × rate, in minor units times units. It is kept as millionths in 128 bits; whatever is
 * finer or larger goes to a {@link BigDecimal} beside it, so that nothing is lost and the usual claim allocates nothing.
 */
final class ExactSum {

    private static final int DECIMALS = 6;

    private long high;
    private long low;
    private BigDecimal beside = BigDecimal.ZERO;

    void add(long principalMinor, long units, YearlyRate rate) {
        long millionths = rate.millionths();
        if (millionths == YearlyRate.UNEVEN || !productFits(units, millionths)) {
            beside = beside.add(product(principalMinor, units, rate));
            return;
        }
        long weight = units * millionths;
        long addedHigh = Math.multiplyHigh(principalMinor, weight);
        long addedLow = principalMinor * weight;
        low += addedLow;
        long carry = Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0;
        high = Math.addExact(Math.addExact(high, addedHigh), carry);
    }

    /** The sum over the units of a year, rounded; {@link ArithmeticException} where it does not fit a {@code long}. */
    long dividedBy(long unitsPerYear, RoundingMode rounding) {
        return toBigDecimal()
                .divide(BigDecimal.valueOf(unitsPerYear), 0, rounding)
                .longValueExact();
    }

    BigDecimal toBigDecimal() {
        boolean oneLong = high == low >> (Long.SIZE - 1);
        var inBits = oneLong
                ? BigDecimal.valueOf(low, DECIMALS)
                : new BigDecimal(
                        new BigInteger(ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(high)
                                .putLong(low)
                                .array()),
                        DECIMALS);
        return beside.signum() == 0 ? inBits : inBits.add(beside);
    }

    /** One member of such a sum. */
    static BigDecimal product(long principalMinor, long units, YearlyRate rate) {
        return BigDecimal.valueOf(principalMinor)
                .multiply(BigDecimal.valueOf(units))
                .multiply(rate.fraction());
    }

    private static boolean productFits(long a, long b) {
        return Math.multiplyHigh(a, b) == (a * b) >> (Long.SIZE - 1);
    }
}
