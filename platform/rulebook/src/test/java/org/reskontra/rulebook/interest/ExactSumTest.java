package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.rulebook.YearlyRate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExactSumTest {

    private static final int SUMS = 20_000;

    @Test
    void ten_thousands_of_sums_of_any_size_equal_those_of_decimal_arithmetic() {
        var random = new Random(20_261);
        for (int i = 0; i < SUMS; i++) {
            var sum = new ExactSum();
            var slow = BigDecimal.ZERO;
            for (int members = random.nextInt(6); members > 0; members--) {
                long principal = random.nextLong() >> random.nextInt(63);
                long units = random.nextLong() >>> 1 + random.nextInt(63);
                int decimals = random.nextInt(9);
                var rate = BigDecimal.valueOf(random.nextInt(), decimals).movePointLeft(random.nextInt(4));
                sum.add(principal >> 2, units, YearlyRate.of(rate));
                slow = slow.add(BigDecimal.valueOf(principal >> 2)
                        .multiply(BigDecimal.valueOf(units))
                        .multiply(rate));
            }
            assertEquals(0, slow.compareTo(sum.toBigDecimal()), slow::toPlainString);
        }
    }

    @Test
    void half_a_unit_is_rounded_as_asked_on_both_sides_of_zero() {
        for (var sign : new long[] {1, -1}) {
            var sum = new ExactSum();
            sum.add(sign * 365, 1, YearlyRate.of(new BigDecimal("0.5")));
            assertEquals(sign, sum.dividedBy(365, RoundingMode.HALF_UP));
            assertEquals(0, sum.dividedBy(365, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void what_fits_no_long_is_refused() {
        var sum = new ExactSum();
        sum.add(Long.MAX_VALUE, 366, YearlyRate.of(BigDecimal.ONE));
        assertThrows(ArithmeticException.class, () -> sum.dividedBy(365, RoundingMode.HALF_UP));
    }

    @Test
    void a_rate_is_counted_in_millionths_where_it_is_whole_in_them() {
        assertEquals(115_000, YearlyRate.of(new BigDecimal("0.115")).millionths());
        assertEquals(115_000, YearlyRate.of(new BigDecimal("0.1150000000")).millionths());
        assertEquals(-5_000, YearlyRate.of(new BigDecimal("-0.005")).millionths());
        assertEquals(10_000_000, YearlyRate.of(BigDecimal.TEN).millionths());
        assertEquals(
                YearlyRate.UNEVEN, YearlyRate.of(new BigDecimal("0.1150001")).millionths());
        assertEquals(YearlyRate.UNEVEN, YearlyRate.of(new BigDecimal("1e30")).millionths());
    }
}
