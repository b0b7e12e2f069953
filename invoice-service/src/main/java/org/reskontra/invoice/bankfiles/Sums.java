package org.reskontra.invoice.bankfiles;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reskontra.contracts.Money;

/** Adds money up by currency. */
final class Sums {

    private final Map<Currency, Money> sums = new LinkedHashMap<>();

    void add(Money money) {
        sums.merge(money.currency(), money, Money::plus);
    }

    Money of(Currency currency) {
        return sums.getOrDefault(currency, Money.zero(currency));
    }

    List<Money> all() {
        return List.copyOf(sums.values());
    }
}
