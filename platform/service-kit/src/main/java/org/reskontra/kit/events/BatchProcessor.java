package org.reskontra.kit.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.reskontra.contracts.TenantEvent;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.UnknownTenant;
import org.reskontra.kit.work.DueWorkRunner;

/**
 * Applies one poll's records: tenants' settings first, then each tenant's events in one transaction. A transaction that
 * fails for a reason of its own is taken apart, so that only the record at fault ends on the dead-letter topic.
 */
@ApplicationScoped
class BatchProcessor {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class);
    private static final int TRIES = 3;

    /** How often a tenant nobody has told us about is waited for, with the consumer's growing pauses in between. */
    private static final int TRIES_FOR_TENANT = 10;

    private final IncomingReader reader;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final DueWorkRunner dueWork;
    private final Counter unknownTypes;

    BatchProcessor(
            IncomingReader reader, Inbox inbox, DeadLetters deadLetters, DueWorkRunner dueWork, MeterRegistry metrics) {
        this.reader = reader;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.dueWork = dueWork;
        this.unknownTypes = metrics.counter("reskontra_consumer_unknown_types_total");
    }

    Work open(ConsumerRecords<String, byte[]> records) {
        List<Incoming> tenantNews = new ArrayList<>();
        Map<TenantId, List<Incoming>> byTenant = new LinkedHashMap<>();
        List<ConsumerRecord<String, byte[]>> unread = new ArrayList<>();
        Map<ConsumerRecord<String, byte[]>, String> reasons = new LinkedHashMap<>();
        for (var record : records) {
            try {
                var incoming = reader.read(record);
                if (incoming.content() instanceof Incoming.UnknownType) {
                    unknownTypes.increment();
                }
                if (record.topic().equals(Topics.TENANT_EVENTS)) {
                    tenantNews.add(incoming);
                } else {
                    byTenant.computeIfAbsent(incoming.envelope().tenant(), tenant -> new ArrayList<>())
                            .add(incoming);
                }
            } catch (Unreadable e) {
                unread.add(record);
                reasons.put(record, e.getMessage());
            }
        }
        Deque<Part> parts = new ArrayDeque<>();
        unread.forEach(record -> parts.add(new Part(null, List.of(), record, reasons.get(record))));
        tenantNews.forEach(news -> parts.add(new Part(news.envelope().tenant(), List.of(news), null, null)));
        byTenant.forEach((tenant, events) -> parts.add(new Part(tenant, events, null, null)));
        return new Work(parts, new LinkedHashSet<>(byTenant.keySet()));
    }

    /** Events of one tenant, or one record nobody can read. */
    private static final class Part {
        final TenantId tenant;
        final List<Incoming> events;
        final ConsumerRecord<String, byte[]> unreadable;
        final String reason;
        int tries;

        Part(TenantId tenant, List<Incoming> events, ConsumerRecord<String, byte[]> unreadable, String reason) {
            this.tenant = tenant;
            this.events = events;
            this.unreadable = unreadable;
            this.reason = reason;
        }
    }

    /** What is left to do of a batch; safe to go on with after a failure. */
    final class Work {

        private final Deque<Part> parts;
        private final Set<TenantId> tenants;

        private Work(Deque<Part> parts, Set<TenantId> tenants) {
            this.parts = parts;
            this.tenants = tenants;
        }

        Set<TenantId> tenants() {
            return tenants;
        }

        boolean isDone() {
            return parts.isEmpty();
        }

        /** Goes on until the batch is done (true) or something it depends on is away (false). */
        boolean attempt() {
            while (!parts.isEmpty()) {
                var part = parts.peek();
                try {
                    apply(part);
                    parts.remove();
                } catch (RuntimeException e) {
                    if (!resolve(part, e)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void apply(Part part) {
            if (part.unreadable != null) {
                deadLetters.send(part.unreadable, part.reason);
                return;
            }
            MDC.put("tenant", part.tenant.toString());
            try {
                if (part.events.getFirst().record().topic().equals(Topics.TENANT_EVENTS)) {
                    var news = part.events.getFirst();
                    if (news.content() instanceof Incoming.Known(TenantEvent event)) {
                        Blocking.await(() -> inbox.tenantNews(news.envelope(), event));
                        tenants.add(part.tenant);
                    }
                } else {
                    Blocking.await(() -> inbox.apply(part.tenant, part.events));
                }
                dueWork.wake(part.tenant);
            } finally {
                MDC.remove("tenant");
            }
        }

        /** Makes what failed smaller or sends it to the dead letters; false: wait and try the same again. */
        private boolean resolve(Part part, RuntimeException failure) {
            if (failure instanceof UnknownTenant && ++part.tries < TRIES_FOR_TENANT) {
                return false;
            }
            if (Trouble.passes(failure)) {
                LOG.warnf("waiting for what this needs: %s", failure.toString());
                return false;
            }
            if (part.events.size() > 1 && !(failure instanceof UnknownTenant)) {
                LOG.warnf("trying %d events one by one: %s", part.events.size(), failure.toString());
                parts.remove();
                for (var event : part.events.reversed()) {
                    parts.addFirst(new Part(part.tenant, List.of(event), null, null));
                }
                return true;
            }
            if (!(failure instanceof EventRefused) && !(failure instanceof UnknownTenant) && ++part.tries < TRIES) {
                return true;
            }
            if (part.unreadable != null) {
                return false;
            }
            return bury(part, failure);
        }

        private boolean bury(Part part, RuntimeException failure) {
            try {
                for (var event : part.events) {
                    LOG.errorf(
                            failure,
                            "event %s goes to the dead letters",
                            event.envelope().id());
                    deadLetters.send(event.record(), reason(failure));
                    if (!(failure instanceof UnknownTenant)) {
                        Blocking.await(() -> inbox.skip(event));
                    }
                }
                parts.remove();
                return true;
            } catch (RuntimeException e) {
                LOG.warnf("the dead letters cannot be written: %s", e.toString());
                return false;
            }
        }
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof EventRefused || failure instanceof UnknownTenant
                ? failure.getMessage()
                : "failed " + TRIES + " times: " + failure.getClass().getName();
    }
}
