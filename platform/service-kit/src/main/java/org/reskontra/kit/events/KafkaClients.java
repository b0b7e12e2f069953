package org.reskontra.kit.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Kafka clients as this platform wants them. Everything under {@code kafka.} in the configuration is passed on to each
 * client, so that operators can set security and tuning.
 */
@ApplicationScoped
public class KafkaClients {

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "reskontra.consumer.batch")
    int batch;

    private final Config config;

    KafkaClients(Config config) {
        this.config = config;
    }

    /**
     * A producer that keeps order, waits for all replicas and never gives up on a record by itself.
     *
     * @param linger how long a record waits for company unless the producer is flushed
     */
    public KafkaProducer<String, byte[]> producer(String use, Duration linger) {
        var settings = settings(use);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, linger.toMillis());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer of the service's group that starts at the beginning and commits only when told to. */
    public KafkaConsumer<String, byte[]> consumer() {
        var settings = settings("consumer");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A killed process is given up for dead after ten seconds; until then its partitions wait for it.
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(settings("admin"));
    }

    private Map<String, Object> settings(String use) {
        var settings = new HashMap<String, Object>();
        for (var name : config.getPropertyNames()) {
            var key = name.startsWith("kafka.") ? name.substring("kafka.".length()) : environment(name);
            if (key != null) {
                config.getOptionalValue("kafka." + key, String.class).ifPresent(value -> settings.put(key, value));
            }
        }
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-" + use);
        return settings;
    }

    private static String environment(String name) {
        return name.startsWith("KAFKA_")
                ? name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.')
                : null;
    }
}
