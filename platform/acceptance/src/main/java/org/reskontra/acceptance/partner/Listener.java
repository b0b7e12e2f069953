package org.reskontra.acceptance.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.reskontra.contracts.Topics;

/**
 * Reads every public topic and every dead-letter topic from the beginning, with nothing but a plain Kafka client and a
 * JSON parser: no code of the services, no group, no state of theirs. Not for use by several threads at once.
 */
public final class Listener implements AutoCloseable {

    private static final List<String> PUBLIC = Topics.ALL.stream()
            .filter(topic -> !topic.equals(Topics.CONTACT_CARDS))
            .toList();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<SeenEvent> heard = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> deadLetters = new ArrayList<>();

    private Listener(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.partitions = Stream.concat(PUBLIC.stream(), Topics.ALL.stream().map(Topics::deadLetter))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Opens a listener on a broker whose topics exist. */
    public static Listener on(String bootstrapServers) {
        return new Listener(new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "independent-listener",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
    }

    /** Everything about a tenant up to now, in the order of arrival. */
    public List<SeenEvent> heardOf(String tenant) {
        readToEnd();
        return heard.stream().filter(event -> event.tenant().equals(tenant)).toList();
    }

    /** Records about a tenant that a service gave up on, each as a line for people. */
    public List<String> deadLettersOf(String tenant) {
        readToEnd();
        return deadLetters.stream()
                .filter(record -> header(record, "ce_tenantid").equals(tenant))
                .map(record -> record.topic() + " " + header(record, "ce_type") + " of " + header(record, "ce_subject"))
                .toList();
    }

    private void readToEnd() {
        var ends = consumer.endOffsets(partitions);
        var start = System.nanoTime();
        while (!partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                take(record);
            }
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException("the ends of the topics cannot be reached in " + LIMIT);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (!PUBLIC.contains(record.topic())) {
            deadLetters.add(record);
            return;
        }
        heard.add(new SeenEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                header(record, "ce_id"),
                header(record, "ce_source"),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                String.valueOf(record.key()),
                header(record, "ce_tenantid"),
                Long.parseLong(header(record, "ce_aggregateversion")),
                json(record)));
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? NullNode.getInstance() : JSON.readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "not JSON: offset " + record.offset() + " of " + record.topic() + "-" + record.partition(), e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
