package org.reskontra.kit.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.work.DueWorkRunner;
import org.reskontra.kit.work.WorkDue;

/**
 * Decides when applied records may be acknowledged: when the outbox rows written by then are published and, for sandbox
 * tenants, the work that the records made due is done. So a committed offset says "read, and everything it caused is on
 * its topic", which lets any service see whether the whole chain has come to rest.
 *
 * <p>Acknowledging late costs nothing but a replay of records that are then dropped as seen; after {@link #PATIENCE} it
 * is done in any case. Used by the consumer's thread only.
 */
@ApplicationScoped
public class Consequences {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final WorkDue due;
    private final DueWorkRunner runner;

    private final Set<TenantId> touched = new HashSet<>();
    private Map<TopicPartition, OffsetAndMetadata> waiting = Map.of();
    private Set<TenantId> waitingFor = Set.of();
    private long mark = -1;
    private long since;

    Consequences(Transactions transactions, WorkDue due, DueWorkRunner runner) {
        this.transactions = transactions;
        this.due = due;
        this.runner = runner;
    }

    /** Notes whose records were applied. */
    void of(Collection<TenantId> tenants) {
        touched.addAll(tenants);
    }

    /** Whether the offsets of {@link #takePublished} may be committed now; looks at the database once or twice. */
    boolean arePublished(Map<TopicPartition, OffsetAndMetadata> applied) {
        if (waiting.isEmpty()) {
            waiting = new HashMap<>(applied);
            waitingFor = Set.copyOf(touched);
            touched.clear();
            mark = -1;
            since = System.nanoTime();
        }
        if (System.nanoTime() - since > PATIENCE.toNanos()) {
            return true;
        }
        try {
            return Blocking.await(this::look);
        } catch (RuntimeException _) {
            // The database is away: not published as far as anybody can tell; the next poll looks again.
            return false;
        }
    }

    Map<TopicPartition, OffsetAndMetadata> takePublished() {
        var published = waiting;
        waiting = Map.of();
        return published;
    }

    void forget() {
        waiting = Map.of();
    }

    private Uni<Boolean> look() {
        if (mark >= 0) {
            return transactions.apart(session -> drained(session, mark));
        }
        return noneDue()
                .chain(none -> none
                        ? transactions.apart(session -> end(session).map(last -> {
                            mark = last;
                            return last == 0;
                        }))
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> noneDue() {
        var none = Uni.createFrom().item(true);
        for (var tenant : waitingFor) {
            if (!runner.isAtRest(tenant)) {
                none = none.chain(yes -> yes
                        ? transactions.reading(tenant, this::restsIfSandbox)
                        : Uni.createFrom().item(false));
            }
        }
        return none;
    }

    private Uni<Boolean> restsIfSandbox(Tx tx) {
        return tx.tenant().sandbox() ? rests(tx) : Uni.createFrom().item(true);
    }

    /** Whether the tenant has no work due in this service. */
    public Uni<Boolean> rests(Tx tx) {
        return due.of(tx).map(List::isEmpty);
    }

    /** Whether no outbox row is waiting to be published. */
    public Uni<Boolean> outboxIsEmpty(Mutiny.StatelessSession session) {
        return drained(session, Long.MAX_VALUE);
    }

    private static Uni<Boolean> drained(Mutiny.StatelessSession session, long mark) {
        return session.createNativeQuery("select not exists (select from outbox where seq <= :mark)", Boolean.class)
                .setParameter("mark", mark)
                .getSingleResult();
    }

    private static Uni<Long> end(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select coalesce(max(seq), 0) from outbox", Long.class)
                .getSingleResult();
    }
}
