package org.reskontra.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.TenantId;

record OutboxRow(
        long seq,
        UUID id,
        String topic,
        UUID aggregate,
        String type,
        @Nullable String payload,
        UUID tenant,
        long version,
        @Nullable String traceparent,
        Instant createdAt) {

    byte @Nullable [] value() {
        return payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
    }

    Envelope envelope(String service) {
        return new Envelope(
                new EventId(id), "/" + service, type, aggregate.toString(), createdAt, new TenantId(tenant), version);
    }
}
