package org.reskontra.invoice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;

/** A partner that reads all topics and knows nothing but the contract. */
public final class Events {

    private static final List<Told> HEARD = new CopyOnWriteArrayList<>();
    private static @Nullable Thread reader;

    private Events() {}

    /** One record as it was on the topic. */
    public record Told(
            String topic,
            String key,
            String type,
            long version,
            @Nullable String json) {

        public <T extends PublishedEvent> T as(Class<T> event) {
            try {
                return Json.read(json.getBytes(UTF_8), event);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean is(Class<? extends PublishedEvent> event) {
            return type.equals(EventCatalogue.typeOf(event));
        }
    }

    /** What was told of an aggregate so far, in order. */
    public static List<Told> of(String aggregate) {
        listen();
        return HEARD.stream().filter(told -> told.key().equals(aggregate)).toList();
    }

    /** Waits until that many events were told of an aggregate on a topic, and gives them. */
    public static List<Told> await(String topic, String aggregate, int count) {
        listen();
        Awaitility.await("events of " + aggregate)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> on(topic, aggregate).size() >= count);
        return on(topic, aggregate);
    }

    /** Waits for the first event of a kind, and gives it. */
    public static <T extends PublishedEvent> T await(Class<T> event, String aggregate) {
        listen();
        return Awaitility.await(event.getSimpleName() + " of " + aggregate)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> of(aggregate).stream()
                                .filter(told -> told.is(event))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .as(event);
    }

    private static List<Told> on(String topic, String aggregate) {
        return of(aggregate).stream().filter(told -> told.topic().equals(topic)).toList();
    }

    private static synchronized void listen() {
        if (reader == null) {
            reader = Thread.ofPlatform().daemon().name("partner").start(Events::read);
        }
    }

    private static void read() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG, "partner",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var topics = new ArrayList<>(Topics.ALL);
            topics.add(Topics.deadLetter(Topics.DUNNING_EVENTS));
            consumer.subscribe(topics);
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> HEARD.add(told(record)));
            }
        }
    }

    private static Told told(ConsumerRecord<String, byte[]> record) {
        return new Told(
                record.topic(),
                record.key(),
                header(record, "ce_type"),
                Long.parseLong(header(record, "ce_aggregateversion")),
                record.value() == null ? null : new String(record.value(), UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "0" : new String(header.value(), UTF_8);
    }
}
