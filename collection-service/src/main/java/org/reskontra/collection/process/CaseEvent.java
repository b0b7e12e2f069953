package org.reskontra.collection.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

/** What happened to a case. Past tense. `on` is a civil date in the creditor's zone. */
public sealed interface CaseEvent {

    LocalDate on();

    /**
     * The claim was taken on.
     *
     * @param open what was owed then: less than handed over if payments overtook the claim
     */
    record Registered(LocalDate on, Claim claim, Balance open) implements CaseEvent {}

    record BalanceNoted(
            LocalDate on, Change change, @Nullable Money amount, Balance balance) implements CaseEvent {}

    /** A demand is to be sent, under this id. */
    record DemandDecided(LocalDate on, LetterId letter) implements CaseEvent {}

    record DemandSent(LocalDate on, LetterId letter, LocalDate deadline, Outstanding demanded) implements CaseEvent {}

    record DemandUndeliverable(LocalDate on, LetterId letter, Obstacle why) implements CaseEvent {}

    /** The obstacle is gone; the next look decides a new demand. */
    record DemandReopened(LocalDate on) implements CaseEvent {}

    /**
     * Money that the case was settled with was taken back: it goes on as if it had just been taken on.
     *
     * @param amount what the money had covered
     */
    record Reopened(LocalDate on, Change change, @Nullable Money amount, Balance balance) implements CaseEvent {}

    record Closed(LocalDate on, CloseReason reason) implements CaseEvent {}
}
