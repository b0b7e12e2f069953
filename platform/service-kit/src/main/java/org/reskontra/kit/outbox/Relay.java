package org.reskontra.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.events.KafkaClients;

/**
 * Publishes outbox rows in the order of each aggregate and deletes them once the broker has acknowledged them.
 *
 * <p>Any number of replicas: the rows are divided into shards by aggregate, and a shard is emptied only over the
 * database connection that holds its advisory lock. A relay that dies between acknowledgement and deletion leaves rows
 * that the next one publishes again with the same {@code ce_id} and version; consumers drop those.
 */
@ApplicationScoped
public class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration REBALANCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @ConfigProperty(name = "reskontra.relay.batch")
    int batch;

    @ConfigProperty(name = "reskontra.relay.poll")
    Duration poll;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private final RelayConnections connections;
    private final KafkaClients kafka;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private volatile boolean running;
    private volatile Thread thread;

    Relay(RelayConnections connections, KafkaClients kafka, MeterRegistry metrics) {
        this.connections = connections;
        this.kafka = kafka;
        metrics.gauge("reskontra_outbox_pending", pending);
        metrics.gauge("reskontra_outbox_oldest_seconds", oldestSeconds);
    }

    void start(@Observes @Priority(200) StartupEvent started) {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(10));
        }
    }

    @Override
    public void run() {
        var pause = Duration.ofMillis(100);
        while (running) {
            try (var connection = connections.open()) {
                pause = Duration.ofMillis(100);
                relay(connection);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                LOG.warnf("outbox relay starts over in %d ms: %s", pause.toMillis(), e.toString());
                pause = sleep(pause);
            }
        }
    }

    private void relay(RelayConnection connection) throws InterruptedException {
        var producer = kafka.producer("outbox-relay");
        try {
            relay(connection, producer);
        } finally {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private void relay(RelayConnection connection, KafkaProducer<String, byte[]> producer) throws InterruptedException {
        long nextRebalance = 0;
        while (running) {
            if (System.nanoTime() >= nextRebalance) {
                connection.rebalance();
                measure(connection);
                nextRebalance = System.nanoTime() + REBALANCE.toNanos();
            }
            var rows = connection.read(batch);
            if (rows.isEmpty()) {
                connection.awaitNews(poll);
            } else {
                connection.delete(publish(rows, producer));
            }
        }
    }

    /**
     * Sends rows and answers those that may be deleted. The producer never gives up on a record by itself, so only a
     * fatal error leaves one unsent; then nothing after it in its aggregate counts as sent either.
     */
    private List<Long> publish(List<OutboxRow> rows, KafkaProducer<String, byte[]> producer)
            throws InterruptedException {
        List<Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        for (var row : rows) {
            sends.add(producer.send(new ProducerRecord<>(
                    row.topic(),
                    null,
                    row.aggregate().toString(),
                    row.value(),
                    Headers.of(row.envelope(service), row.traceparent()))));
        }
        producer.flush();
        Set<Object> stuck = new HashSet<>();
        List<Long> sent = new ArrayList<>(rows.size());
        for (int i = 0; i < sends.size(); i++) {
            var row = rows.get(i);
            try {
                sends.get(i).get();
                if (!stuck.contains(row.aggregate())) {
                    sent.add(row.seq());
                }
            } catch (ExecutionException e) {
                LOG.errorf(
                        "event %s was not published: %s", row.id(), e.getCause().toString());
                stuck.add(row.aggregate());
            }
        }
        if (!stuck.isEmpty() && sent.isEmpty()) {
            throw new IllegalStateException("nothing could be published");
        }
        return sent;
    }

    private void measure(RelayConnection connection) throws InterruptedException {
        var backlog = connection.backlog();
        pending.set(backlog.rows());
        oldestSeconds.set(backlog.oldestSeconds());
    }

    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }
}
