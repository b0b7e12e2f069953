package org.reskontra.creditcheck.book;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;

/**
 * What the book knows of an invoice. News of it comes on several topics in any order between them, so anything may be
 * missing yet.
 *
 * @param outstanding null until invoice-service has told
 * @param dueDate null until invoice-service has told
 * @param settledOn null while something is owed
 */
public record InvoiceEntry(
        InvoiceId invoice,
        CustomerId customer,
        @Nullable Money outstanding,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate settledOn,
        boolean handedOver,
        boolean collectionClosed) {

    /** An invoice nothing is known of yet. */
    public static InvoiceEntry unheardOf(InvoiceId invoice, CustomerId customer) {
        return new InvoiceEntry(invoice, customer, null, null, null, false, false);
    }

    public InvoiceEntry due(LocalDate date) {
        return new InvoiceEntry(invoice, customer, outstanding, date, settledOn, handedOver, collectionClosed);
    }

    public InvoiceEntry owing(Money amount) {
        return new InvoiceEntry(invoice, customer, amount, dueDate, settledOn, handedOver, collectionClosed);
    }

    /** After money was taken back: unless other money covers all of it, it is no longer settled. */
    public InvoiceEntry owingAgain(Money amount) {
        return new InvoiceEntry(
                invoice, customer, amount, dueDate, amount.isZero() ? settledOn : null, handedOver, collectionClosed);
    }

    public InvoiceEntry settled(LocalDate on) {
        return new InvoiceEntry(invoice, customer, outstanding, dueDate, on, handedOver, collectionClosed);
    }

    public InvoiceEntry handedToCollection() {
        return new InvoiceEntry(invoice, customer, outstanding, dueDate, settledOn, true, collectionClosed);
    }

    public InvoiceEntry closedByCollection() {
        return new InvoiceEntry(invoice, customer, outstanding, dueDate, settledOn, handedOver, true);
    }

    public InvoiceEntry reopenedByCollection() {
        return new InvoiceEntry(invoice, customer, outstanding, dueDate, settledOn, handedOver, false);
    }

    /** What this invoice adds to the customer's record. */
    public Totals totals() {
        int atCollection = handedOver && !collectionClosed ? 1 : 0;
        return daysLate()
                .map(days -> new Totals(1, days > 0 ? 1 : 0, days, atCollection))
                .orElse(new Totals(0, 0, 0, atCollection));
    }

    /** Days after the due date it was settled, 0 when in time; empty while it is not settled. */
    private Optional<Long> daysLate() {
        return settledOn == null || dueDate == null
                ? Optional.empty()
                : Optional.of(Math.max(0, ChronoUnit.DAYS.between(dueDate, settledOn)));
    }
}
