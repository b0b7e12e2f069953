package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;

/**
 * What never changes about a case: the invoice as it was issued, and the rules it was opened under.
 *
 * @param number the creditor's own invoice number
 * @param gross what the invoice was issued for; what is owed now is in {@link Standing}
 * @param reminderFeeAgreed whether a charge for a written reminder was agreed no later than when the debt arose
 * @param policy the version that this case follows to its end
 * @param rulePack the law as known when the case opened; later packs only add days that lay ahead then
 */
public record Terms(
        InvoiceId invoice,
        CustomerId customer,
        String number,
        Country country,
        DebtorKind debtor,
        Money gross,
        LocalDate issueDate,
        LocalDate dueDate,
        String paymentReference,
        InterestTerms interest,
        boolean reminderFeeAgreed,
        PolicyRef policy,
        String rulePack) {

    /** Whether both describe the same invoice; the rules pinned at the time may differ. */
    boolean sameInvoiceAs(Terms other) {
        return equals(new Terms(
                other.invoice,
                other.customer,
                other.number,
                other.country,
                other.debtor,
                other.gross,
                other.issueDate,
                other.dueDate,
                other.paymentReference,
                other.interest,
                other.reminderFeeAgreed,
                policy,
                rulePack));
    }
}
