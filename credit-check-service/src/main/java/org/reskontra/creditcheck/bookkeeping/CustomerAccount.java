package org.reskontra.creditcheck.bookkeeping;

import java.util.Currency;
import java.util.List;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.scoring.Behaviour;

/**
 * What is known of a customer today.
 *
 * @param known false: no news of the customer has ever come
 * @param owed one amount per currency in which something is owed
 */
public record CustomerAccount(boolean known, List<Money> owed, Behaviour behaviour) {

    /** What is owed in one currency. */
    public Money exposure(Currency currency) {
        return owed.stream()
                .filter(money -> money.currency().equals(currency))
                .findFirst()
                .orElse(Money.zero(currency));
    }

    public boolean owesInOtherThan(Currency currency) {
        return owed.stream().anyMatch(money -> !money.currency().equals(currency));
    }
}
