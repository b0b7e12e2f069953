package org.reskontra.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in minor units of one currency: {@code new Money(1250, SEK)} is 12.50 kr.
 *
 * <p>May be negative. Arithmetic between two currencies throws {@link IllegalArgumentException}; overflow of the
 * {@code long} throws {@link ArithmeticException}. Nothing rounds unless the caller names how.
 *
 * @param minor signed count of minor units (öre, cent)
 * @param currency ISO 4217; must have a defined number of minor digits, so not {@code XAU} or {@code XXX}
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
    }

    /** Nothing, in that currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * An amount in minor units.
     *
     * @param currencyCode ISO 4217; an unknown code throws {@link IllegalArgumentException}
     */
    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /**
     * An amount given in whole units, rounded to the minor unit as the caller says.
     *
     * @param major {@code 12.50} for 12.50 kr
     */
    public static Money ofMajor(BigDecimal major, Currency currency, RoundingMode rounding) {
        var minor = major.movePointRight(currency.getDefaultFractionDigits()).setScale(0, rounding);
        return new Money(minor.longValueExact(), currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money times(BigDecimal factor, RoundingMode rounding) {
        var product = BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding);
        return new Money(product.longValueExact(), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The amount in whole units with the currency's own number of decimals. */
    public BigDecimal toMajor() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return toMajor() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
