package org.reskontra.acceptance.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the promise of delivery was kept: at least once, in order and without gaps per aggregate and publisher, and
 * exactly once after dropping redeliveries, which carry the same source and id.
 *
 * @param once every event, without its redeliveries
 * @param redelivered how many records were dropped as known
 * @param faults what broke the promise, in words; at best empty
 */
public record EventAudit(List<SeenEvent> once, int redelivered, List<String> faults) {

    public EventAudit {
        once = List.copyOf(once);
        faults = List.copyOf(faults);
    }

    private record Identity(String source, String id) {}

    private record Stream(String source, String aggregate) {}

    /** Audits records in the order in which they arrived. */
    public static EventAudit of(List<SeenEvent> heard) {
        var known = new HashMap<Identity, SeenEvent>();
        var newest = new HashMap<Stream, SeenEvent>();
        var once = new ArrayList<SeenEvent>();
        var faults = new ArrayList<String>();
        int redelivered = 0;
        for (var event : heard) {
            var before = known.putIfAbsent(new Identity(event.source(), event.id()), event);
            if (before != null) {
                redelivered++;
                if (!isSame(before, event)) {
                    faults.add(named(event) + " comes again under its id " + event.id() + " as something else");
                }
                continue;
            }
            once.add(event);
            if (!event.key().equals(event.subject())) {
                faults.add(named(event) + " has the key " + event.key());
            }
            follow(newest, event, faults);
        }
        return new EventAudit(once, redelivered, faults);
    }

    private static void follow(Map<Stream, SeenEvent> newest, SeenEvent event, List<String> faults) {
        var last = newest.put(new Stream(event.source(), event.subject()), event);
        long expected = last == null ? 1 : last.version() + 1;
        if (event.version() > expected) {
            faults.add(named(event) + " comes where version " + expected + " was due: a gap");
        } else if (event.version() < expected) {
            faults.add(named(event) + " comes where version " + expected + " was due: out of order, or twice");
        }
        if (last != null && last.partition() != event.partition()) {
            faults.add(named(event) + " is on another partition than the event before it");
        }
    }

    private static boolean isSame(SeenEvent one, SeenEvent other) {
        return one.type().equals(other.type())
                && one.subject().equals(other.subject())
                && one.version() == other.version()
                && one.data().equals(other.data());
    }

    private static String named(SeenEvent event) {
        return event.source() + " " + event.name() + " version " + event.version() + " of " + event.subject();
    }
}
