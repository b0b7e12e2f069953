package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.reskontra.benchmarks.Alternating;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Comparison;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.localstack.services.Service;

/** Outbox rows to acknowledged records, beside a producer of the same payload that is fed from memory. */
public final class RelayedEvents implements Case {

    private static final int ROWS = 100_000;
    private static final int ROUNDS = 3;
    private static final double RATIO_WANTED = 0.5;
    private static final String TOPIC = "benchmark-events";
    private static final String PAYLOAD = """
            {"invoice":"019cad74-34e6-7160-9ac3-55266f03675a","customer":"019c9e95-73a4-7181-a54c-66175d9dc9f8",\
            "dueDate":"2026-04-01","outstanding":{"principal":{"minor":1250000,"currency":"SEK"},\
            "interest":{"minor":0,"currency":"SEK"},"costs":{"minor":0,"currency":"SEK"},\
            "total":{"minor":1250000,"currency":"SEK"}}}""";

    private static final Map<String, byte[]> ENVELOPE = Map.of(
            "ce_specversion", text("1.0"),
            "ce_source", text("/invoice-service"),
            "ce_type", text("org.reskontra.due-date-passed.v1"),
            "ce_time", text("2026-04-02T00:00:01.123456Z"),
            "ce_dataschema", text("urn:reskontra:schema:org.reskontra.due-date-passed.v1"),
            "ce_tenantid", text("019c9e95-73a4-7181-a54c-66175d9dc9f8"),
            "ce_aggregateversion", text("1"),
            "content-type", text("application/json"));

    @Override
    public List<String> names() {
        return List.of("relay");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        stand.topic(TOPIC);
        try (var connection = stand.database(INVOICE);
                var producer = RawProducer.on(stand)) {
            stand.say("relay: warming up");
            Alternating.run(1, () -> raw(producer), () -> ours(connection));
            stand.say("relay: " + ROWS + " rows");
            return List.of(Comparison.of(stand, INVOICE, ROUNDS, () -> raw(producer), () -> ours(connection))
                    .figure("relay", "events/s")
                    .ratioAtLeast(RATIO_WANTED));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the commit that brings the rows to the moment that the last one is gone. */
    private static Sample ours(Connection connection) {
        Stand.run(connection, """
                insert into outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, aggregateversion, shard)
                select uuidv7(), '%s', gen_random_uuid(), 'org.reskontra.due-date-passed.v1', '%s',
                       gen_random_uuid(), 1, i %% 16
                from generate_series(1, %d) i""".formatted(TOPIC, PAYLOAD, ROWS));
        long start = System.nanoTime();
        Stand.run(connection, "notify outbox");
        Stand.awaitPublished(connection);
        return Sample.of(ROWS, System.nanoTime() - start);
    }

    private static Sample raw(RawProducer producer) {
        long start = System.nanoTime();
        for (int i = 0; i < ROWS; i++) {
            producer.send(record());
        }
        producer.flush();
        return Sample.of(ROWS, System.nanoTime() - start);
    }

    /** As the relay writes it: every attribute of the envelope is a header. */
    private static ProducerRecord<String, byte[]> record() {
        var key = UUID.randomUUID().toString();
        var headers = new RecordHeaders();
        ENVELOPE.forEach(headers::add);
        for (var name : List.of("ce_id", "ce_subject", "ce_partitionkey")) {
            headers.add(name, text(key));
        }
        return new ProducerRecord<>(TOPIC, null, key, text(PAYLOAD), headers);
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
