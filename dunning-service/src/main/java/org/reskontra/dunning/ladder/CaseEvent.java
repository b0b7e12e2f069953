package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Outstanding;

/** What happened to a case. Past tense. {@code on} is a civil date in the creditor's zone. */
public sealed interface CaseEvent {

    LocalDate on();

    record Opened(LocalDate on, Terms terms, Outstanding owed) implements CaseEvent {}

    record DueDatePassed(LocalDate on) implements CaseEvent {}

    /**
     * The ledger told a new standing.
     *
     * @param interestThrough when late interest was booked: the last day in it; otherwise null
     */
    record StandingNoted(
            LocalDate on, Outstanding owed, @Nullable LocalDate interestThrough) implements CaseEvent {}

    /**
     * The ledger put right what it had told.
     *
     * @param interestThrough when posted interest was withdrawn: the last day whose interest is still posted; otherwise
     *     null
     */
    record StandingCorrected(
            LocalDate on, Outstanding owed, @Nullable LocalDate interestThrough) implements CaseEvent {}

    /** A reminder is to be sent; the sender takes a last look before it does. */
    record ReminderDecided(LocalDate on, int step) implements CaseEvent {}

    record ReminderSent(LocalDate on, int step, SentLetter letter) implements CaseEvent {}

    record ReminderUndelivered(LocalDate on, int step, String reason) implements CaseEvent {}

    /** A better address was found: the ladder goes on where it stopped. */
    record AddressRenewed(LocalDate on) implements CaseEvent {}

    /** Everything was paid before a hand-over, or before the day of one that had been made by then. */
    record Settled(LocalDate on) implements CaseEvent {}

    /** Something is owed again: the ladder goes on where it stopped, and its next wait starts anew. */
    record Resumed(LocalDate on) implements CaseEvent {}

    /** Something is owed again on a case whose hand-over had turned out to be for nothing: it was not. */
    record HandOverRestored(LocalDate on) implements CaseEvent {}

    /**
     * The ladder is over without full payment.
     *
     * @param claim what is owed, late interest to and including {@code interestThrough}
     */
    record ClaimHandedOver(LocalDate on, Outstanding claim, LocalDate interestThrough) implements CaseEvent {}
}
