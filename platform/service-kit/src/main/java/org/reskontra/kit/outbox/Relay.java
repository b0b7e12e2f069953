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
import java.util.UUID;
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
    /** A record waits for company; who has nothing more to send flushes. */
    private static final Duration LINGER = Duration.ofMillis(5);

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
        var producer = kafka.producer("outbox-relay", LINGER);
        try {
            relay(connection, producer);
        } finally {
            producer.close(Duration.ofSeconds(2));
        }
    }

    /** While the broker takes one batch, the next is read. */
    private void relay(RelayConnection connection, KafkaProducer<String, byte[]> producer) throws InterruptedException {
        Set<UUID> stuck = new HashSet<>();
        var onTheWay = Sending.NOTHING;
        long nextRebalance = 0;
        while (running) {
            if (System.nanoTime() >= nextRebalance) {
                // A shard changes hands only while nothing of it is on the way.
                connection.delete(onTheWay.acknowledged(stuck));
                onTheWay = Sending.NOTHING;
                connection.rebalance();
                measure(connection);
                nextRebalance = System.nanoTime() + REBALANCE.toNanos();
            }
            var rows = connection.read(batch, onTheWay.seqs());
            if (rows.isEmpty() && onTheWay.isEmpty()) {
                connection.awaitNews(poll);
                continue;
            }
            var sending = rows.isEmpty() ? Sending.NOTHING : publish(rows, producer, stuck);
            if (!rows.isEmpty() && sending.isEmpty() && onTheWay.isEmpty()) {
                throw new IllegalStateException("nothing could be published");
            }
            connection.delete(onTheWay.acknowledged(stuck));
            if (rows.size() < batch) {
                // Nothing more waits, so do not wait for company either.
                producer.flush();
                connection.delete(sending.acknowledged(stuck));
                onTheWay = Sending.NOTHING;
            } else {
                onTheWay = sending;
            }
        }
    }

    /**
     * Hands rows to the producer. It never gives up on a record by itself, so only one that the broker can never take
     * fails; the later ones of its aggregate wait behind it, and it stays where it is.
     */
    private Sending publish(List<OutboxRow> rows, KafkaProducer<String, byte[]> producer, Set<UUID> stuck) {
        var sending = new Sending(new ArrayList<>(rows.size()), new ArrayList<>(rows.size()));
        for (var row : rows) {
            if (!stuck.contains(row.aggregate())) {
                var send = producer.send(new ProducerRecord<>(
                        row.topic(),
                        null,
                        row.aggregate().toString(),
                        row.value(),
                        Headers.of(row.envelope(service), row.traceparent())));
                if (send.state() == Future.State.FAILED) {
                    stuck.add(row.aggregate());
                    LOG.errorf("event %s cannot be published: %s", row.id(), send.exceptionNow());
                } else {
                    sending.add(row, send);
                }
            }
        }
        return sending;
    }

    /** Rows on their way to the broker. */
    private record Sending(List<OutboxRow> rows, List<Future<RecordMetadata>> sends) {

        static final Sending NOTHING = new Sending(List.of(), List.of());

        void add(OutboxRow row, Future<RecordMetadata> send) {
            rows.add(row);
            sends.add(send);
        }

        boolean isEmpty() {
            return rows.isEmpty();
        }

        List<Long> seqs() {
            return rows.stream().map(OutboxRow::seq).toList();
        }

        /** Waits for the broker and answers the rows that it has, but none behind one of its aggregate that it refused. */
        List<Long> acknowledged(Set<UUID> stuck) throws InterruptedException {
            List<Long> acknowledged = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                try {
                    sends.get(i).get();
                    if (!stuck.contains(row.aggregate())) {
                        acknowledged.add(row.seq());
                    }
                } catch (ExecutionException e) {
                    LOG.errorf("event %s was not published: %s", row.id(), e.getCause());
                    stuck.add(row.aggregate());
                }
            }
            return acknowledged;
        }
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
