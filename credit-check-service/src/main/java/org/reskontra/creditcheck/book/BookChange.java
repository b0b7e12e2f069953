package org.reskontra.creditcheck.book;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Money;

/** What a batch of news changes: by how much each customer's totals, and each exposure, move. */
public final class BookChange {

    /** What a customer owes in one currency. */
    public record Exposure(CustomerId customer, Currency currency) {}

    private final Map<CustomerId, Totals> totals = new LinkedHashMap<>();
    private final Map<Exposure, Money> exposures = new LinkedHashMap<>();

    /** Counts that an invoice's entry is no longer what it was. */
    public void count(InvoiceEntry before, InvoiceEntry after) {
        totals.merge(after.customer(), after.totals().minus(before.totals()), Totals::plus);
        Optional.ofNullable(before.outstanding()).ifPresent(owed -> owe(before.customer(), owed.negated()));
        Optional.ofNullable(after.outstanding()).ifPresent(owed -> owe(after.customer(), owed));
    }

    private void owe(CustomerId customer, Money amount) {
        exposures.merge(new Exposure(customer, amount.currency()), amount, Money::plus);
    }

    public Map<CustomerId, Totals> totals() {
        return totals;
    }

    public Map<Exposure, Money> exposures() {
        return exposures;
    }
}
