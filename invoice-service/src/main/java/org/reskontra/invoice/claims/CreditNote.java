package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.invoicing.Totals;

/**
 * What says that part or all of an invoice was never owed.
 *
 * @param issueDate the day of the books it belongs in
 * @param totals what it takes off: sales and VAT rate by rate, and rounding; more than nothing
 */
public record CreditNote(CreditNoteId id, String number, LocalDate issueDate, CreditReason reason, Totals totals) {

    public CreditNote {
        if (!totals.gross().isPositive()) {
            throw new IllegalArgumentException("a credit note is of more than " + totals.gross());
        }
    }

    Money amount() {
        return totals.gross();
    }
}
