package org.reskontra.creditcheck;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;

/** Reads a topic as a partner does, from its beginning. */
public final class Partner implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    public Partner(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", LocalStackResource.kafka(), "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has been published about a customer by now, in order. */
    public List<PublishedEvent> about(CustomerId customer) {
        var ends = consumer.endOffsets(consumer.assignment());
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                    return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                });
        return records(customer).stream().map(Partner::event).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(CustomerId customer) {
        return read.stream()
                .filter(record -> record.key().equals(customer.toString()))
                .toList();
    }

    private static PublishedEvent event(ConsumerRecord<String, byte[]> record) {
        var type = Headers.text(record.headers(), "ce_type");
        try {
            return Json.read(record.value(), EventCatalogue.recordOf(type).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
