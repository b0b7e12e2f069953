package org.reskontra.dunning.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A story of a case: what had happened, what somebody does, what happens because of it, and so on. */
final class Given {

    private final List<CaseEvent> past;

    private Given(List<CaseEvent> past) {
        this.past = past;
    }

    static Given given(CaseEvent... past) {
        return new Given(List.of(past));
    }

    static Given nothing() {
        return new Given(List.of());
    }

    When when(CaseCommand command) {
        return new When(Ladder.decide(state(), command));
    }

    Given and(CaseEvent... more) {
        var longer = new ArrayList<>(past);
        longer.addAll(List.of(more));
        return new Given(longer);
    }

    CaseState state() {
        return Ladder.replay(past);
    }

    Given nextStepIsOn(String date) {
        assertEquals(
                Optional.of(Example.day(date)),
                Ladder.nextStep(state(), Example.POLICY).map(NextStep::on));
        return this;
    }

    Given nothingIsPlanned() {
        assertEquals(Optional.empty(), Ladder.nextStep(state(), Example.POLICY).map(NextStep::on));
        return this;
    }

    final class When {

        private final Decision decision;

        private When(Decision decision) {
            this.decision = decision;
        }

        Given then(CaseEvent... events) {
            assertEquals(Decision.accept(events), decision);
            return and(events);
        }

        Given thenNothing() {
            return then();
        }

        Given thenRefused(Refusal why) {
            assertEquals(Decision.refuse(why), decision);
            return Given.this;
        }

        CaseEvent.ClaimHandedOver thenTheClaimIsHandedOver() {
            var events = assertInstanceOf(Decision.Accepted.class, decision).events();
            assertEquals(1, events.size(), () -> "one hand-over expected, not " + events);
            return assertInstanceOf(CaseEvent.ClaimHandedOver.class, events.getFirst());
        }
    }
}
