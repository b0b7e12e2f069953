package org.reskontra.collection.process;

import java.time.LocalDate;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;

/**
 * A claim as it was handed over; it never changes.
 *
 * @param country whose law the claim follows
 * @param invoiceNumber the creditor's own number: what the debtor knows the debt by
 * @param owed principal, costs, and late interest accrued to and including {@code interestThrough}
 * @param invoiceVersion version of the newest invoice event that {@code owed} counts in
 * @param lastReminderOn when the debtor was last reminded
 */
public record Claim(
        InvoiceId invoice,
        CustomerId customer,
        Country country,
        DebtorKind debtorKind,
        String invoiceNumber,
        String paymentReference,
        LocalDate issueDate,
        LocalDate dueDate,
        LocalDate handedOverOn,
        Outstanding owed,
        long invoiceVersion,
        LocalDate interestThrough,
        InterestTerms interest,
        int remindersSent,
        LocalDate lastReminderOn) {

    /** What is owed as long as nothing newer is known of the invoice. */
    public Balance asHandedOver() {
        return new Balance(invoiceVersion, owed, interestThrough);
    }
}
