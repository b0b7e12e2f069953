package org.reskontra.acceptance.chaos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
public final class Rewind {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String bootstrapServers;

    public Rewind(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Publishes every record about a tenant once more, byte for byte, headers included; answers how many. */
    public int publishAgain(TenantId tenant) {
        return publish(Topics.ALL.stream()
                .flatMap(topic -> about(tenant, topic).stream())
                .toList());
    }

    /**
     * Publishes records about a tenant once more, the newest of each aggregate excepted: whoever takes them for news falls
     * back behind it. Not on compacted topics, which keep what was published last.
     */
    public int publishOlderAgain(TenantId tenant) {
        return publish(Topics.ALL.stream()
                .filter(topic -> !Topics.COMPACTED.contains(topic))
                .flatMap(topic -> withoutNewest(about(tenant, topic)).stream())
                .toList());
    }

    private static List<ConsumerRecord<byte[], byte[]>> withoutNewest(List<ConsumerRecord<byte[], byte[]>> records) {
        var newest = new HashMap<ByteBuffer, Long>();
        records.forEach(record -> newest.put(ByteBuffer.wrap(record.key()), record.offset()));
        return records.stream()
                .filter(record -> !Objects.equals(newest.get(ByteBuffer.wrap(record.key())), record.offset()))
                .toList();
    }

    private int publish(List<ConsumerRecord<byte[], byte[]>> records) {
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var record : records) {
                var _ = producer.send(new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()));
            }
        }
        return records.size();
    }

    private List<ConsumerRecord<byte[], byte[]>> about(TenantId tenant, String topic) {
        return all(topic).stream().filter(record -> isAbout(tenant, record)).toList();
    }

    private static boolean isAbout(TenantId tenant, ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader("ce_tenantid");
        return header != null && new String(header.value(), StandardCharsets.UTF_8).equals(tenant.toString());
    }

    /** Sets a group that has no member back to the first record of every partition it has read. */
    public void toTheBeginning(String group) {
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
            var start = System.nanoTime();
            while (!partitions.stream()
                    .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IllegalStateException("the end of " + topic + " cannot be reached in " + LIMIT);
                }
            }
        }
        return records;
    }
}
