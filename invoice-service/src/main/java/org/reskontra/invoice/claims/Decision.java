package org.reskontra.invoice.claims;

import java.util.List;

/** The answer to a command. */
public sealed interface Decision {

    /** It is done; no events: it was done before, or there was nothing to do. */
    record Accepted(List<ClaimEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing changed. */
    record Refused(Refusal why) implements Decision {}

    static Decision accept(ClaimEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision refuse(Refusal why) {
        return new Refused(why);
    }
}
