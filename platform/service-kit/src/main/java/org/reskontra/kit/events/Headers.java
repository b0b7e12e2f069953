package org.reskontra.kit.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.TenantId;

/** CloudEvents 1.0, Kafka protocol binding, binary mode: the envelope as record headers. */
public final class Headers {

    private static final String SCHEMAS = "urn:reskontra:schema:";

    private Headers() {}

    public static RecordHeaders of(Envelope envelope, @Nullable String traceparent) {
        var headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", envelope.id().toString());
        put(headers, "ce_source", envelope.source());
        put(headers, "ce_type", envelope.type());
        put(headers, "ce_subject", envelope.subject());
        put(headers, "ce_time", envelope.time().toString());
        put(headers, "ce_dataschema", SCHEMAS + envelope.type());
        put(headers, "ce_tenantid", envelope.tenant().toString());
        put(headers, "ce_aggregateversion", Long.toString(envelope.aggregateVersion()));
        put(headers, "ce_partitionkey", envelope.subject());
        put(headers, "content-type", "application/json");
        if (traceparent != null) {
            put(headers, "traceparent", traceparent);
        }
        return headers;
    }

    /**
     * Reads the envelope back.
     *
     * @throws Unreadable naming the first attribute that is missing or malformed
     */
    public static Envelope read(org.apache.kafka.common.header.Headers headers) throws Unreadable {
        var attribute = "ce_id";
        try {
            var id = EventId.of(required(headers, attribute));
            attribute = "ce_tenantid";
            var tenant = TenantId.of(required(headers, attribute));
            attribute = "ce_time";
            var time = Instant.parse(required(headers, attribute));
            attribute = "ce_aggregateversion";
            var version = Long.parseLong(required(headers, attribute));
            return new Envelope(
                    id,
                    required(headers, "ce_source"),
                    required(headers, "ce_type"),
                    required(headers, "ce_subject"),
                    time,
                    tenant,
                    version);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Unreadable(attribute + " is malformed");
        }
    }

    public static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    public static void put(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(org.apache.kafka.common.header.Headers headers, String name) throws Unreadable {
        var value = text(headers, name);
        if (value == null) {
            throw new Unreadable(name + " is missing");
        }
        return value;
    }
}
