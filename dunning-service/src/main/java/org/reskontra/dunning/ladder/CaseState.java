package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import java.util.Optional;

/** Where a case is on its way from an issued invoice to money or to collection. */
public sealed interface CaseState {

    /** No invoice has been heard of. */
    record None() implements CaseState {}

    /** A state of a case that exists. */
    sealed interface Known extends CaseState {
        CaseFile file();
    }

    /** The due date has not passed. */
    record Waiting(CaseFile file) implements Known {}

    /** The due date has passed and no reminder has gone out. */
    record Overdue(CaseFile file) implements Known {}

    /**
     * A reminder was decided; whether it reached its channel is not known yet.
     *
     * @param step of the letter on its way
     */
    record LetterPending(CaseFile file, int step, LocalDate decidedOn) implements Known {}

    /** At least one reminder has gone out and the next wait is running. */
    record Reminded(CaseFile file) implements Known {}

    /**
     * A reminder that was due could not be delivered. Nothing more happens until a person finds a better address.
     *
     * @param step of the letter that did not arrive
     */
    record Unreachable(CaseFile file, int step, LocalDate since, String reason) implements Known {}

    /** Only collection acts from here on. */
    record HandedOver(CaseFile file, LocalDate on) implements Known {}

    /**
     * Everything was paid before a hand-over, as far as days go: the money may have been told after one.
     *
     * @param dueDatePassed whether the ledger had said so by then
     * @param handedOverOn the day of a hand-over that was for nothing; empty when there was none
     */
    record Ended(CaseFile file, LocalDate on, boolean dueDatePassed, Optional<LocalDate> handedOverOn)
            implements Known {}
}
