package org.reskontra.collection.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

/** What has happened to a case so far; `when` asks it something, `then` says what must come of it. */
record History(List<CaseEvent> past) {

    Asked when(CaseCommand command) {
        return new Asked(this, CaseProcess.decide(state(), command));
    }

    CaseState state() {
        return CaseProcess.replay(past);
    }

    record Asked(History before, Decision decision) {

        History then(CaseEvent... events) {
            assertEquals(Decision.accept(events), decision);
            return new History(
                    Stream.concat(before.past.stream(), Stream.of(events)).toList());
        }

        History thenNothing() {
            return then();
        }

        History thenRefused(Refusal why) {
            assertEquals(Decision.refuse(why), decision);
            return before;
        }
    }
}
