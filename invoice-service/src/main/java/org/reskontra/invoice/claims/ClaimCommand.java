package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.UnmatchReason;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.WriteOffId;

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

    /**
     * Let a payment leave the claim as if it had never come.
     *
     * @param on the day of the books on which it leaves
     * @param amount the whole of it
     */
    record TakeBackPayment(LocalDate on, PaymentId payment, Money amount, Why why) implements ClaimCommand {}

    /** Why a payment leaves a claim, and with that where its money goes. */
    sealed interface Why {

        /** The bank took it back. */
        record Reversed(ReversalReason reason) implements Why {}

        /** It is not for this invoice: it stays here, held for the customer. */
        record Unmatched(UnmatchReason reason) implements Why {}
    }

    /**
     * Give up what is owed, or part of it.
     *
     * @param on counts for that day, or for the day of money that is booked ahead
     * @param amount above zero; null: all that is owed on that day, interest to it included
     */
    record WriteOff(
            LocalDate on,
            WriteOffId id,
            WriteOffReason reason,
            @Nullable Money amount) implements ClaimCommand {
        public WriteOff {
            if (amount != null && !amount.isPositive()) {
                throw new IllegalArgumentException("a write-off is more than " + amount);
            }
        }
    }

    /**
     * Take off what was never owed.
     *
     * @param on the day of the invoice
     * @param note the credit note that says so
     */
    record Credit(LocalDate on, CreditNote note) implements ClaimCommand {}

    /**
     * Let go of money that is held beyond the claim: it goes back, or to another invoice.
     *
     * @param amount above zero
     */
    record ReleaseExcess(LocalDate on, PaymentId payment, Money amount) implements ClaimCommand {
        public ReleaseExcess {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("nothing to let go of: " + amount);
            }
        }
    }

    /** Leave the claim to collection. */
    record HandOver(LocalDate on) implements ClaimCommand {}
}
