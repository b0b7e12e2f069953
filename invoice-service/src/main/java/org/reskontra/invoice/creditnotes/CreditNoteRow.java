package org.reskontra.invoice.creditnotes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.invoicing.VatSubtotal;

/**
 * A credit note that was issued.
 *
 * @param invoiceNumber of the invoice it changes
 * @param invoiceIssueDate of the same
 */
record CreditNoteRow(
        UUID id,
        UUID invoiceId,
        String invoiceNumber,
        LocalDate invoiceIssueDate,
        String number,
        LocalDate issueDate,
        CreditReason reason,
        @Nullable String note,
        Currency currency,
        long netMinor,
        long vatMinor,
        long roundingMinor,
        long grossMinor,
        Content content,
        String issuedBy,
        Instant issuedAt) {

    /** What was never owed. */
    record Content(List<Line> lines, List<VatSubtotal> vat) {}

    Totals totals() {
        return Totals.stated(content.vat(), money(roundingMinor));
    }

    Money money(long minor) {
        return new Money(minor, currency);
    }
}
