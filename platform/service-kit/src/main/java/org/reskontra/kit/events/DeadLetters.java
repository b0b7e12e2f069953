package org.reskontra.kit.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.Topics;

/** Where records go that this service cannot use: the same bytes and headers, with the reason and where they stood. */
@ApplicationScoped
class DeadLetters {

    private static final int LONGEST_REASON = 500;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private final KafkaClients kafka;
    private final Counter sent;
    private KafkaProducer<String, byte[]> producer;

    DeadLetters(KafkaClients kafka, MeterRegistry metrics) {
        this.kafka = kafka;
        this.sent = metrics.counter("reskontra_dead_letters_total");
    }

    /** Returns when the broker has the record; throws when it has not within ten seconds. */
    synchronized void send(ConsumerRecord<String, byte[]> record, String reason) {
        if (producer == null) {
            producer = kafka.producer("dead-letters", Duration.ZERO);
        }
        var headers = new RecordHeaders(record.headers().toArray());
        Headers.put(headers, "dead-letter-reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        Headers.put(headers, "dead-letter-consumer", service);
        Headers.put(headers, "dead-letter-topic", record.topic());
        Headers.put(headers, "dead-letter-partition", Integer.toString(record.partition()));
        Headers.put(headers, "dead-letter-offset", Long.toString(record.offset()));
        try {
            producer.send(new ProducerRecord<>(
                            Topics.deadLetter(record.topic()), null, record.key(), record.value(), headers))
                    .get(10, TimeUnit.SECONDS);
            sent.increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("dead letter not written", e);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
