package org.reskontra.contracts;

import java.util.Currency;

/**
 * What is still owed on a claim, as booked: interest that has accrued but is not yet posted is not part of it.
 *
 * @param total always the sum of the three parts
 */
public record Outstanding(Money principal, Money interest, Money costs, Money total) {

    public Outstanding {
        if (!principal.plus(interest).plus(costs).equals(total)) {
            throw new IllegalArgumentException("total " + total + " is not the sum of its parts");
        }
    }

    public static Outstanding of(Money principal, Money interest, Money costs) {
        return new Outstanding(
                principal, interest, costs, principal.plus(interest).plus(costs));
    }

    public static Outstanding nothing(Currency currency) {
        var zero = Money.zero(currency);
        return new Outstanding(zero, zero, zero, zero);
    }

    public boolean isSettled() {
        return principal.isZero() && interest.isZero() && costs.isZero();
    }
}
