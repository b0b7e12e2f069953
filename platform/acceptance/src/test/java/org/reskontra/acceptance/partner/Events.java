package org.reskontra.acceptance.partner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Events as a partner would read them. */
final class Events {

    private static int offset;

    private Events() {}

    static SeenEvent event(String id, String aggregate, long version) {
        return event(id, "/invoice-service", "payment-received", aggregate, version, data());
    }

    static SeenEvent event(String id, String source, String name, String aggregate, long version, ObjectNode data) {
        return new SeenEvent(
                "invoice-events",
                3,
                offset++,
                id,
                source,
                "org.reskontra." + name + ".v1",
                aggregate,
                aggregate,
                "tenant",
                version,
                data);
    }

    static SeenEvent reminder(String id, String invoice, long version, int step, String letter) {
        return event(
                id,
                "/dunning-service",
                "reminder-sent",
                invoice,
                version,
                data().put("step", step).put("letter", letter));
    }

    static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    static SeenEvent onPartition(int partition, SeenEvent event) {
        return new SeenEvent(
                event.topic(),
                partition,
                event.offset(),
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.key(),
                event.tenant(),
                event.version(),
                event.data());
    }
}
