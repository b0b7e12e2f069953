package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;

/** What can be asked of a claim. Dates are civil dates in the creditor's zone. */
public sealed interface ClaimCommand {

    /** Take an invoice on as a claim. */
    record Issue(LocalDate on, ClaimTerms terms, Money principal) implements ClaimCommand {}

    /**
     * Book money.
     *
     * @param amount above zero
     * @param bookedOn the day it was on the creditor's account
     */
    record ReceivePayment(PaymentId payment, Money amount, LocalDate bookedOn) implements ClaimCommand {
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
