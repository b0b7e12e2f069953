package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.Money;

/** What can be asked of a claim. Dates are civil dates in the creditor's zone. */
public sealed interface ClaimCommand {

    /** Take an invoice on as a claim. */
    record Issue(LocalDate on, ClaimTerms terms, Money principal) implements ClaimCommand {}

    /**
     * Book money.
     *
     * @param on the day from which it counts, however late it is told: {@link Receipt#countsFrom()}, or the issue date
     *     for money that came before its invoice
     * @param amount above zero
     */
    record ReceivePayment(LocalDate on, Receipt receipt, Money amount) implements ClaimCommand {
        public ReceivePayment {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("a payment is more than " + amount);
            }
        }
    }

    /**
     * Charge a reminder that was sent.
     *
     * @param step 1 for the first reminder
     * @param fee zero: it was free
     */
    record ChargeReminder(int step, Money fee, LocalDate sentOn) implements ClaimCommand {}

    /** Leave the claim to collection. */
    record HandOver(LocalDate on) implements ClaimCommand {}
}
