package org.reskontra.acceptance.scenarios;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;

/** Makes the past come again: records a second time, or a consumer group from its first record. */
final class Rewind {

    private final String bootstrapServers;

    Rewind(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Publishes every record about a tenant once more, byte for byte, headers included; answers how many. */
    int publishAgain(TenantId tenant) {
        int count = 0;
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var topic : Topics.ALL) {
                for (var record : all(topic)) {
                    if (isAbout(tenant, record)) {
                        producer.send(new ProducerRecord<>(
                                topic, record.partition(), record.key(), record.value(), record.headers()));
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private static boolean isAbout(TenantId tenant, ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader("ce_tenantid");
        return header != null && new String(header.value(), StandardCharsets.UTF_8).equals(tenant.toString());
    }

    /** Sets a group that has no member back to the first record of every partition it has read. */
    void toTheBeginning(String group) {
        try (var admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var first = new HashMap<TopicPartition, OffsetAndMetadata>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .forEach(partition -> first.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, first).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting back " + group, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(group + " cannot be set back", e.getCause());
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
