package org.reskontra.benchmarks.cases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.reskontra.benchmarks.Stand;

/** A record that a service published, to make others like it. */
record PublishedRecord(ConsumerRecord<String, byte[]> record, String aggregate) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS = 150;

    /** The last record of a type about an aggregate. */
    static PublishedRecord find(Stand stand, String topic, UUID aggregate, String type) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stand.platform().kafka(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int i = 0; i < POLLS; i++) {
                for (var record : consumer.poll(POLL)) {
                    if (record.key().equals(aggregate.toString())
                            && text(record, "ce_type").equals(type)) {
                        return new PublishedRecord(record, aggregate.toString());
                    }
                }
            }
            throw new IllegalStateException("there is no " + type + " of " + aggregate + " on " + topic);
        }
    }

    /** The same about another aggregate. */
    ProducerRecord<String, byte[]> about(UUID other) {
        var headers = new RecordHeaders();
        for (var header : record.headers()) {
            var value = header.key().equals("ce_id") ? UUID.randomUUID().toString() : renamed(header.value(), other);
            headers.add(header.key(), value.getBytes(StandardCharsets.UTF_8));
        }
        return new ProducerRecord<>(
                record.topic(),
                null,
                other.toString(),
                renamed(record.value(), other).getBytes(StandardCharsets.UTF_8),
                headers);
    }

    private String renamed(byte[] text, UUID other) {
        return new String(text, StandardCharsets.UTF_8).replace(aggregate, other.toString());
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
