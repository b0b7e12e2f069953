package org.reskontra.acceptance.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.acceptance.partner.Events.data;
import static org.reskontra.acceptance.partner.Events.event;
import static org.reskontra.acceptance.partner.Events.onPartition;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The proof can fail: every way to break the promise of delivery is seen. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventAuditTest {

    @Test
    void versions_that_follow_each_other_keep_the_promise() {
        var audit = EventAudit.of(List.of(event("a", "one", 1), event("b", "two", 1), event("c", "one", 2)));
        assertEquals(List.of(), audit.faults());
        assertEquals(3, audit.once().size());
    }

    @Test
    void two_publishers_count_the_same_aggregate_on_their_own() {
        var dunning = event("b", "/dunning-service", "reminder-sent", "one", 1, data());
        assertEquals(
                List.of(), EventAudit.of(List.of(event("a", "one", 1), dunning)).faults());
    }

    @Test
    void a_redelivery_is_dropped_and_counted() {
        var first = event("a", "one", 1);
        var audit = EventAudit.of(List.of(first, event("b", "one", 2), first, event("b", "one", 2)));
        assertEquals(List.of(), audit.faults());
        assertEquals(2, audit.once().size());
        assertEquals(2, audit.redelivered());
    }

    @Test
    void a_gap_is_seen() {
        assertFault("a gap", List.of(event("a", "one", 1), event("b", "one", 3)));
        assertFault("a gap", List.of(event("b", "one", 2)));
    }

    @Test
    void wrong_order_is_seen() {
        assertFault("out of order", List.of(event("a", "one", 1), event("c", "one", 3), event("b", "one", 2)));
    }

    @Test
    void one_event_under_two_ids_is_seen() {
        assertFault("twice", List.of(event("a", "one", 1), event("b", "one", 1)));
    }

    @Test
    void two_events_under_one_id_are_seen() {
        assertFault("as something else", List.of(event("a", "one", 1), event("a", "one", 2)));
    }

    @Test
    void a_key_that_is_not_the_aggregate_is_seen() {
        var event = event("a", "one", 1);
        assertFault(
                "has the key two",
                List.of(new SeenEvent(
                        event.topic(),
                        event.partition(),
                        event.offset(),
                        event.id(),
                        event.source(),
                        event.type(),
                        event.subject(),
                        "two",
                        event.tenant(),
                        event.version(),
                        event.data())));
    }

    @Test
    void a_change_of_partition_is_seen() {
        assertFault("another partition", List.of(event("a", "one", 1), onPartition(4, event("b", "one", 2))));
    }

    private static void assertFault(String part, List<SeenEvent> heard) {
        var faults = EventAudit.of(heard).faults();
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(part)), faults::toString);
    }
}
