package org.reskontra.benchmarks.cases;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.reskontra.benchmarks.Stand;

/** A producer that waits for every replica's acknowledgement, and has nothing else to do. */
final class RawProducer implements AutoCloseable {

    private static final int BATCH_BYTES = 128 * 1024;

    private final KafkaProducer<String, byte[]> producer;

    private RawProducer(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    static RawProducer on(Stand stand) {
        return new RawProducer(new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stand.platform().kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    void send(ProducerRecord<String, byte[]> record) {
        var _ = producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
