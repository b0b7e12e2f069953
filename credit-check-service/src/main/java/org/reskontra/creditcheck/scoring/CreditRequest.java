package org.reskontra.creditcheck.scoring;

import java.time.LocalDate;
import org.reskontra.contracts.Money;

/**
 * What is asked, and what is known of who asks.
 *
 * @param amount to buy for on credit; positive
 * @param exposure what the customer owes already, in the currency of the amount
 * @param owesInOtherCurrencies whether something is owed in other currencies too
 */
public record CreditRequest(
        Money amount, Money exposure, boolean owesInOtherCurrencies, Behaviour behaviour, LocalDate on) {

    public CreditRequest {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing is asked for: " + amount);
        }
        if (exposure.isNegative() || !exposure.currency().equals(amount.currency())) {
            throw new IllegalArgumentException("an exposure of " + exposure + " does not go with " + amount);
        }
    }
}
