package org.reskontra.collection.process;

import java.util.List;

/** What a command leads to: events, possibly none, or a refusal. */
public sealed interface Decision {

    record Accepted(List<CaseEvent> events) implements Decision {}

    record Refused(Refusal why) implements Decision {}

    static Decision accept(CaseEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision refuse(Refusal why) {
        return new Refused(why);
    }
}
