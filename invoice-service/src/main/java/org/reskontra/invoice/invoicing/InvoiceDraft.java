package org.reskontra.invoice.invoicing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;

/**
 * An invoice somebody wants to issue, wherever it came from; not yet checked.
 *
 * @param number the creditor's own number; empty: the next of our series
 * @param statedVat the VAT a foreign document states for its lines; empty: it is taken from the lines
 * @param reminderFeeAgreed whether a charge for a written reminder was agreed no later than when the debt arose
 * @param paymentReference what the debtor was already told to pay with; empty: made from the number
 */
public record InvoiceDraft(
        Optional<String> number,
        LocalDate issueDate,
        LocalDate dueDate,
        Currency currency,
        List<Line> lines,
        PriceBasis prices,
        Money rounding,
        Optional<List<VatSubtotal>> statedVat,
        InterestTerms interest,
        boolean reminderFeeAgreed,
        Optional<String> paymentReference) {

    public InvoiceDraft {
        lines = List.copyOf(lines);
        statedVat = statedVat.map(List::copyOf);
    }
}
