package org.reskontra.kit.events;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.reskontra.contracts.Topics;

/**
 * The service's consumer: one thread that polls, has each batch applied, and acknowledges it when everything the batch
 * caused has been published ({@link Consequences}). It acknowledges when nothing more has come for a moment, at the
 * latest 200 ms later, and reads on while the broker notes it. While the database is away it holds its partitions
 * paused and tries again with growing pauses; nothing is skipped and nothing is acknowledged early.
 */
@ApplicationScoped
public class EventConsumer implements Runnable {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration UNACKNOWLEDGED = Duration.ofMillis(4);
    private static final Duration LONGEST_UNACKNOWLEDGED = Duration.ofMillis(40);
    private static final Duration LONGEST_WITHOUT_LOOKING = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    @ConfigProperty(name = "reskontra.tenants.master", defaultValue = "false")
    boolean tenantsAreOurs;

    private final KafkaClients kafka;
    private final BatchProcessor processor;
    private final Consequences consequences;
    private final List<EventHandler> handlers;
    private final List<ContactCardHandler> cardHandlers;

    /** The next offset of each partition behind what has been applied; touched by the consumer's thread only. */
    private final Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();

    /** How long to listen before looking again whether what was applied may be acknowledged. */
    private Duration unacknowledged = UNACKNOWLEDGED;

    /** When it was last looked whether what was applied may be acknowledged. */
    private long looked;

    /** Whether offsets are on their way to the broker. */
    private boolean acknowledging;

    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile Thread thread;
    private volatile boolean running;
    private volatile boolean stuck;

    EventConsumer(
            KafkaClients kafka,
            BatchProcessor processor,
            Consequences consequences,
            @All List<EventHandler> handlers,
            @All List<ContactCardHandler> cardHandlers) {
        this.kafka = kafka;
        this.processor = processor;
        this.consequences = consequences;
        this.handlers = handlers;
        this.cardHandlers = cardHandlers;
    }

    void start(@Observes @Priority(300) StartupEvent started) {
        if (!topics().isEmpty()) {
            running = true;
            thread = Thread.ofPlatform().name("event-consumer").daemon().start(this);
        }
    }

    void stop(@Observes @Priority(50) ShutdownEvent stopping) throws InterruptedException {
        running = false;
        var polling = consumer;
        if (polling != null) {
            polling.wakeup();
            thread.join(Duration.ofSeconds(10));
        }
    }

    /** The topics this service reads. */
    public Collection<String> topics() {
        var topics = new TreeSet<String>();
        handlers.forEach(handler -> topics.addAll(handler.topics()));
        if (!tenantsAreOurs) {
            topics.add(Topics.TENANT_EVENTS);
        }
        if (!cardHandlers.isEmpty()) {
            topics.add(Topics.CONTACT_CARDS);
        }
        return topics;
    }

    /** Whether the consumer is waiting for the database or the broker to come back. */
    public boolean isStuck() {
        return stuck;
    }

    @Override
    public void run() {
        var pause = Duration.ofMillis(200);
        while (running) {
            try (var polling = kafka.consumer()) {
                consumer = polling;
                applied.clear();
                acknowledging = false;
                polling.subscribe(topics(), new Rebalances(polling));
                while (running) {
                    poll(polling);
                    pause = Duration.ofMillis(200);
                }
                // Closing waits for what is on its way to the broker.
                acknowledge(polling);
            } catch (WakeupException _) {
                LOG.debug("consumer was woken to stop");
            } catch (RuntimeException e) {
                LOG.error("consumer starts over in " + pause.toMillis() + " ms", e);
                pause = sleep(pause);
            }
        }
    }

    private void poll(KafkaConsumer<String, byte[]> polling) {
        var records = polling.poll(applied.isEmpty() ? IDLE : unacknowledged);
        if (records.isEmpty()) {
            var longer = unacknowledged.multipliedBy(2);
            unacknowledged = longer.compareTo(LONGEST_UNACKNOWLEDGED) > 0 ? LONGEST_UNACKNOWLEDGED : longer;
            acknowledge(polling);
        } else {
            unacknowledged = UNACKNOWLEDGED;
            apply(polling, records);
            if (System.nanoTime() - looked > LONGEST_WITHOUT_LOOKING.toNanos()) {
                acknowledge(polling);
            }
        }
    }

    private void apply(KafkaConsumer<String, byte[]> polling, ConsumerRecords<String, byte[]> records) {
        var batches = new ArrayDeque<Batch>();
        batches.add(new Batch(records, processor.open(records)));
        var pause = Duration.ofMillis(50);
        while (running && !batches.stream().allMatch(batch -> batch.work().attempt())) {
            stuck = true;
            // Stay a member of the group and keep these records, but hear of tenants: one of them may be missing.
            polling.pause(polling.assignment().stream()
                    .filter(partition -> !partition.topic().equals(Topics.TENANT_EVENTS))
                    .toList());
            var tenantNews = polling.poll(pause);
            if (!tenantNews.isEmpty()) {
                batches.addFirst(new Batch(tenantNews, processor.open(tenantNews)));
            }
            pause = longer(pause);
        }
        if (stuck) {
            polling.resume(polling.assignment());
            stuck = false;
        }
        batches.stream().filter(batch -> batch.work().isDone()).forEach(this::done);
    }

    /** Records of one poll and what is left to do of them. */
    private record Batch(ConsumerRecords<String, byte[]> records, BatchProcessor.Work work) {}

    private void done(Batch batch) {
        for (var partition : batch.records().partitions()) {
            long next = batch.records().records(partition).getLast().offset() + 1;
            applied.merge(
                    partition,
                    new OffsetAndMetadata(next),
                    (one, other) -> one.offset() > other.offset() ? one : other);
        }
        consequences.of(batch.work().tenants());
    }

    private void acknowledge(KafkaConsumer<String, byte[]> polling) {
        if (applied.isEmpty() || acknowledging) {
            return;
        }
        looked = System.nanoTime();
        if (consequences.arePublished(applied)) {
            acknowledging = true;
            polling.commitAsync(consequences.takePublished(), (published, failure) -> {
                acknowledging = false;
                if (failure == null) {
                    published.forEach(applied::remove);
                } else {
                    LOG.warnf("offsets are acknowledged again: %s", failure.toString());
                }
            });
        }
    }

    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return longer(pause);
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Commits where a new partition starts, so that anybody can see how far behind its end this group is. */
    private final class Rebalances implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> polling;

        Rebalances(KafkaConsumer<String, byte[]> polling) {
            this.polling = polling;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (stuck) {
                polling.pause(partitions);
            }
            var committed = polling.committed(new HashSet<>(partitions));
            var first = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var partition : partitions) {
                if (committed.get(partition) == null) {
                    first.put(partition, new OffsetAndMetadata(polling.position(partition)));
                }
            }
            if (!first.isEmpty()) {
                polling.commitSync(first);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What has been applied but not acknowledged is read again by the next owner and dropped as seen.
            applied.keySet().removeAll(partitions);
            consequences.forget();
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            onPartitionsRevoked(partitions);
        }
    }
}
