package org.reskontra.contracts;

import java.time.Instant;

/**
 * The CloudEvents 1.0 attributes of an event, carried as Kafka headers (binary content mode).
 *
 * @param id unique per source; UUIDv7
 * @param source {@code /invoice-service}
 * @param type {@code org.reskontra.invoice-issued.v1}
 * @param subject aggregate id, also the record's key
 * @param time when the publisher committed it, UTC
 * @param tenant whose event it is
 * @param aggregateVersion 1, 2, 3 … without a gap per aggregate and publisher
 */
public record Envelope(
        EventId id, String source, String type, String subject, Instant time, TenantId tenant, long aggregateVersion) {

    public Envelope {
        if (aggregateVersion < 1) {
            throw new IllegalArgumentException("aggregate versions start at 1, not " + aggregateVersion);
        }
    }
}
