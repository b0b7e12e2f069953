package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.RulePack;

/** What the outside asks of a case or tells it. Every date is a civil date in the creditor's zone. */
public sealed interface CaseCommand {

    /** An invoice was issued. */
    record Open(LocalDate on, Terms terms, Outstanding owed) implements CaseCommand {}

    /** The ledger says that the due date went by without full payment. */
    record NoteDueDatePassed(LocalDate on, Outstanding owed) implements CaseCommand {}

    /**
     * The ledger tells what is owed after a payment or a charge.
     *
     * @param on the day it is booked on
     * @param interestThrough when late interest was booked: the last day in it; otherwise null
     */
    record NoteStanding(
            LocalDate on, Outstanding owed, @Nullable LocalDate interestThrough) implements CaseCommand {}

    /**
     * The ledger withdrew a charge, or lets money cover something else than it had told.
     *
     * @param interestThrough when posted interest was withdrawn: the last day whose interest is still posted; otherwise
     *     null
     */
    record NoteCorrection(
            LocalDate on, Outstanding owed, @Nullable LocalDate interestThrough) implements CaseCommand {}

    /**
     * The ledger says that a payment it had told of was taken back: by the bank, or because it was for something else.
     *
     * @param on the day this became known
     */
    record NotePaymentTakenBack(LocalDate on, Outstanding owed) implements CaseCommand {}

    /**
     * The ledger says that nothing is owed any more.
     *
     * @param on the day from which the last money counts
     */
    record NoteSettled(LocalDate on, Outstanding owed) implements CaseCommand {}

    /** Somebody looks whether a step is due; the only command that needs the policy and the law. */
    record Look(LocalDate today, Policy policy, RulePack law) implements CaseCommand {}

    /** The channel took the letter of a step. */
    record Receipt(LocalDate on, int step, SentLetter letter) implements CaseCommand {}

    /** The letter of a step cannot be delivered. */
    record Undeliverable(LocalDate on, int step, String reason) implements CaseCommand {}

    /** The customer register has another address for the debtor. */
    record NoteNewAddress(LocalDate on) implements CaseCommand {}
}
