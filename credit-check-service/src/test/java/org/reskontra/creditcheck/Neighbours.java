package org.reskontra.creditcheck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.TenantEvent.TenantChanged;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;

/** Speaks as the other services do, for one sandbox tenant; remembers what was said so that it can be replayed. */
public final class Neighbours {

    public static final Currency SEK = Currency.getInstance("SEK");

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalStackResource.kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    public final TenantId tenant = new TenantId(Ids.next());
    private final List<ProducerRecord<String, byte[]>> said = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    /** The tenant is created, or its clock moved on. */
    public void itIs(String today) {
        say(new TenantChanged(
                tenant,
                Country.SE,
                ZoneId.of("Europe/Stockholm"),
                SEK,
                true,
                LocalDate.parse(today),
                "Exempelbolaget AB",
                "5560360793",
                "9912346",
                null,
                "fragor@exempelbolaget.example"));
    }

    /** Publishes with the next version of the event's aggregate. */
    public void say(PublishedEvent event) {
        long version = versions.merge(Topics.of(event) + event.aggregate().value(), 1L, Long::sum);
        say(event, version);
    }

    /** Publishes with a version of the caller's choice. */
    public void say(PublishedEvent event, long version) {
        versions.put(Topics.of(event) + event.aggregate().value(), version);
        var type = EventCatalogue.typeOf(event.getClass());
        var subject = event.aggregate().value().toString();
        send(Topics.of(event), type, subject, version, Json.write(event).getBytes(StandardCharsets.UTF_8));
    }

    private void send(String topic, String type, String subject, long version, byte[] value) {
        var envelope = new Envelope(
                new EventId(Ids.next()),
                source(topic),
                type,
                subject,
                Instant.parse("2025-03-01T05:00:00Z"),
                tenant,
                version);
        var record = new ProducerRecord<>(topic, null, subject, value, Headers.of(envelope, null));
        said.add(record);
        send(record);
    }

    /** Publishes everything again, from the start, exactly as it was. */
    public void replay() {
        List.copyOf(said).forEach(Neighbours::send);
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String source(String topic) {
        return switch (topic) {
            case Topics.DUNNING_EVENTS -> "/dunning-service";
            case Topics.COLLECTION_EVENTS -> "/collection-service";
            default -> "/invoice-service";
        };
    }
}
