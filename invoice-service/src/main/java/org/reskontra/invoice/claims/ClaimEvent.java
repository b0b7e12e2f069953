package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.rulebook.interest.InterestResult;

/** What happened to a claim. Past tense. {@code on} is the civil date it counts for. */
public sealed interface ClaimEvent {

    LocalDate on();

    /** It came to be. */
    record Issued(LocalDate on, ClaimTerms terms, Money principal) implements ClaimEvent {}

    /**
     * Late interest up to and including {@code on} was posted.
     *
     * @param computed the amount and how it came about
     */
    record InterestPosted(LocalDate on, InterestResult.Computed computed) implements ClaimEvent {}

    /** Interest has run that cannot be computed; nothing was posted or guessed. */
    record InterestLeftToReview(LocalDate on, String ruleId, String reason) implements ClaimEvent {}

    /** The fee for a reminder was posted, or one that had been withdrawn or waived is owed again. */
    record ReminderFeePosted(LocalDate on, int step, Money fee, String ruleId) implements ClaimEvent {}

    /** A reminder went out, and nothing is owed for it: the claim was paid without its fee. */
    record ReminderFeeWaived(LocalDate on, int step, Money fee, String ruleId) implements ClaimEvent {}

    /** Money covered part or all of the claim. */
    record PaymentAllocated(LocalDate on, Receipt receipt, Allocation allocation) implements ClaimEvent {}

    /** More came in than was owed. */
    record OverpaymentFound(LocalDate on, Receipt receipt, Money excess) implements ClaimEvent {}

    /** Money that was held beyond the claim is not the claim's any more. */
    record ExcessReleased(LocalDate on, Receipt receipt, Money amount) implements ClaimEvent {}

    /**
     * The creditor gave up what was owed, or part of it.
     *
     * @param most what it may come to at most, whatever is told later
     */
    record WrittenOff(LocalDate on, WriteOffId id, WriteOffReason reason, Money most, Allocation allocation)
            implements ClaimEvent {}

    /**
     * Part or all of it was never owed.
     *
     * @param on the day of the invoice
     */
    record Credited(LocalDate on, CreditNote note) implements ClaimEvent {}

    /** Nothing is owed any more; told again when news told late makes it another day. */
    record SettledInFull(LocalDate on) implements ClaimEvent {}

    /**
     * What was posted before all was known is put right. The corrections that one command leads to are one step: only
     * after the last of its events does the claim say what is owed.
     */
    sealed interface Correction extends ClaimEvent {}

    /**
     * The fee of a reminder is not owed after all.
     *
     * @param on the day it was sent
     */
    record ReminderFeeWithdrawn(LocalDate on, int step, Money fee, String ruleId) implements Correction {}

    /**
     * Posted interest was for days, or on a principal, that money told later shows to be wrong.
     *
     * @param on its last day
     */
    record InterestWithdrawn(LocalDate on, Money interest, String ruleId) implements Correction {}

    /**
     * Money covers something else than it did.
     *
     * @param on the day from which the money counts
     * @param excess what is beyond the claim now
     */
    record PaymentReallocated(LocalDate on, Receipt receipt, Allocation before, Allocation after, Money excess)
            implements Correction {}

    /**
     * News that came late makes a write-off cover something else than it did.
     *
     * @param on the day the write-off counts for
     */
    record WriteOffCorrected(LocalDate on, WriteOffId id, WriteOffReason reason, Allocation before, Allocation after)
            implements Correction {}

    /**
     * Money covers what had been given up, or more or less of it than before.
     *
     * @param on the day from which the money counts
     */
    record WriteOffRecovered(
            LocalDate on, WriteOffId id, WriteOffReason reason, Receipt receipt, Allocation before, Allocation after)
            implements Correction {}

    /**
     * A payment left the claim, and what came of it is reckoned without it.
     *
     * @param on the day from which it had counted
     * @param covered what it covered
     * @param excess what was held of it beyond the claim
     * @param takenOn the day of the books on which it left
     */
    record PaymentTakenBack(LocalDate on, Receipt receipt, Allocation covered, Money excess, Why why, LocalDate takenOn)
            implements Correction {

        public Money amount() {
            return covered.total().plus(excess);
        }
    }

    /** A settled claim is owed again: by collection's debtor if collection had taken over, else by ours. */
    record Reopened(LocalDate on) implements ClaimEvent {}

    /** Collection took over; if the claim was settled by then, it is collection's should it be owed again. */
    record HandedOver(LocalDate on) implements ClaimEvent {}
}
