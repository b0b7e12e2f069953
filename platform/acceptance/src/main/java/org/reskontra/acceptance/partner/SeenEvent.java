package org.reskontra.acceptance.partner;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record as it came from its topic.
 *
 * @param id {@code ce_id}
 * @param source {@code ce_source}
 * @param type {@code ce_type}
 * @param subject {@code ce_subject}: the aggregate
 * @param key of the record
 * @param tenant {@code ce_tenantid}
 * @param version {@code ce_aggregateversion}
 */
public record SeenEvent(
        String topic,
        int partition,
        long offset,
        String id,
        String source,
        String type,
        String subject,
        String key,
        String tenant,
        long version,
        JsonNode data) {

    /** {@code invoice-issued} of {@code org.reskontra.invoice-issued.v1}. */
    public String name() {
        var start = type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1;
        return type.substring(start, type.lastIndexOf('.'));
    }

    /** An amount of the data in minor units. */
    long minor(String pointer) {
        return data.at(pointer + "/minor").asLong();
    }

    String currency(String pointer) {
        return data.at(pointer + "/currency").asText();
    }
}
