package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency SEK = Currency.getInstance("SEK");

    @Test
    void adds_and_subtracts_minor_units() {
        assertEquals(sek(130_50), sek(100_25).plus(sek(30_25)));
        assertEquals(sek(-50), sek(100_00).minus(sek(100_50)));
        assertEquals(sek(-100_00), sek(100_00).negated());
        assertEquals(sek(0), Money.zero(SEK));
    }

    @Test
    void picks_the_smaller_and_the_larger_of_two() {
        assertEquals(sek(60_00), sek(60_00).min(sek(90_00)));
        assertEquals(sek(60_00), sek(90_00).min(sek(60_00)));
        assertEquals(sek(90_00), sek(60_00).max(sek(90_00)));
        assertEquals(sek(90_00), sek(90_00).max(sek(60_00)));
    }

    @Test
    void knows_its_sign() {
        assertTrue(sek(1).isPositive());
        assertTrue(sek(-1).isNegative());
        assertTrue(sek(0).isZero());
        assertFalse(sek(0).isPositive());
        assertFalse(sek(0).isNegative());
        assertFalse(sek(1).isZero());
    }

    @Test
    void two_currencies_never_mix() {
        var crowns = sek(100_00);
        var euros = Money.of(100_00, "EUR");
        for (var mixed : List.<Runnable>of(
                () -> crowns.plus(euros),
                () -> crowns.minus(euros),
                () -> crowns.min(euros),
                () -> crowns.max(euros),
                () -> crowns.compareTo(euros))) {
            var refused = assertThrows(IllegalArgumentException.class, mixed::run);
            assertEquals("cannot mix SEK and EUR", refused.getMessage());
        }
    }

    @Test
    void an_amount_that_does_not_fit_is_refused_and_never_wraps_around() {
        var most = sek(Long.MAX_VALUE);
        var least = sek(Long.MIN_VALUE);
        assertThrows(ArithmeticException.class, () -> most.plus(sek(1)));
        assertThrows(ArithmeticException.class, () -> least.minus(sek(1)));
        assertThrows(ArithmeticException.class, least::negated);
        assertThrows(ArithmeticException.class, () -> most.times(new BigDecimal("1.1"), RoundingMode.HALF_UP));
        assertThrows(
                ArithmeticException.class, () -> Money.ofMajor(new BigDecimal("1e30"), SEK, RoundingMode.UNNECESSARY));
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP, 13", "HALF_EVEN, 12", "DOWN, 12", "UP, 13"})
    void multiplying_rounds_as_the_caller_says(RoundingMode rounding, long expected) {
        assertEquals(sek(expected), sek(25).times(new BigDecimal("0.5"), rounding));
    }

    @Test
    void multiplying_without_rounding_refuses_to_lose_anything() {
        assertEquals(sek(50), sek(25).times(new BigDecimal("2"), RoundingMode.UNNECESSARY));
        assertThrows(ArithmeticException.class, () -> sek(25).times(new BigDecimal("0.5"), RoundingMode.UNNECESSARY));
    }

    @ParameterizedTest
    @CsvSource({"12.50, SEK, 1250", "-0.01, SEK, -1", "1250, JPY, 1250", "1.234, KWD, 1234"})
    void whole_units_become_as_many_minor_units_as_the_currency_has(BigDecimal major, String currency, long minor) {
        var money = Money.ofMajor(major, Currency.getInstance(currency), RoundingMode.UNNECESSARY);
        assertEquals(Money.of(minor, currency), money);
        assertEquals(0, major.compareTo(money.toMajor()));
    }

    @Test
    void whole_units_with_more_decimals_than_the_currency_has_are_rounded_as_the_caller_says() {
        var major = new BigDecimal("12.345");
        assertEquals(sek(12_35), Money.ofMajor(major, SEK, RoundingMode.HALF_UP));
        assertEquals(sek(12_34), Money.ofMajor(major, SEK, RoundingMode.HALF_EVEN));
        assertThrows(ArithmeticException.class, () -> Money.ofMajor(major, SEK, RoundingMode.UNNECESSARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX"})
    void what_has_no_minor_unit_is_no_money(String code) {
        assertThrows(IllegalArgumentException.class, () -> Money.of(1, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sek", "kr", "ABC", ""})
    void an_unknown_currency_is_refused(String code) {
        assertThrows(IllegalArgumentException.class, () -> Money.of(1, code));
    }

    @Test
    void reads_as_an_amount_in_whole_units() {
        assertEquals("12.50 SEK", sek(12_50).toString());
        assertEquals("-0.05 SEK", sek(-5).toString());
        assertEquals("1250 JPY", Money.of(1250, "JPY").toString());
    }

    private static Money sek(long minor) {
        return new Money(minor, SEK);
    }
}
