package org.reskontra.dunning.ladder;

import java.util.List;

/** The answer to a command: what happened because of it, or why nothing may. */
public sealed interface Decision {

    /** Events to record, in order; empty when the command changes nothing. */
    record Accepted(List<CaseEvent> events) implements Decision {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(Refusal why) implements Decision {}

    static Decision accept(CaseEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision refuse(Refusal why) {
        return new Refused(why);
    }
}
