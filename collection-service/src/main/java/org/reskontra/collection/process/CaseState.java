package org.reskontra.collection.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.LetterId;

/** Where a case stands. */
public sealed interface CaseState {

    /** No claim was handed over, as far as we know. */
    record None() implements CaseState {}

    /**
     * Taken on; a demand is due.
     *
     * @param since the day the claim was taken on, the obstacle to a demand was removed, or the case was reopened
     */
    record Registered(Claim claim, Balance open, LocalDate since) implements CaseState {}

    /**
     * A demand is on its way out.
     *
     * @param since the day it was decided
     */
    record Demanding(Claim claim, Balance open, LetterId letter, LocalDate since) implements CaseState {}

    /**
     * The debtor has been asked to pay.
     *
     * @param deadline last day to pay or object; no legal step before the day after it
     */
    record Demanded(Claim claim, Balance open, LetterId letter, LocalDate sentOn, LocalDate deadline)
            implements CaseState {}

    /** The demand did not reach the debtor: a person has to find another way. */
    record Undeliverable(Claim claim, Balance open, LetterId letter, Obstacle why, LocalDate since)
            implements CaseState {}

    /**
     * Over.
     *
     * @param leaving a demand that was on its way out when the case ended and may still be confirmed; null: none
     */
    record Closed(
            Claim claim,
            Balance open,
            CloseReason reason,
            @Nullable LetterId leaving) implements CaseState {}
}
