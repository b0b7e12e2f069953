package org.reskontra.kit.work;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;

/**
 * Runs due work, tenant by tenant: a tenant that is woken soon, every tenant at each poll. One tenant's work runs on one
 * thread at a time here, on as many replicas as there are; a tenant woken while its work runs is run once more.
 */
@ApplicationScoped
public class DueWorkRunner {

    private static final Logger LOG = Logger.getLogger(DueWorkRunner.class);
    private static final int KEYS_FORGOTTEN_AT_ONCE = 10_000;

    /** A tenant with more due than this many batches of each work lets the others have a turn. */
    private static final int ROUNDS_IN_A_TURN = 20;

    @ConfigProperty(name = "reskontra.work.poll")
    Duration poll;

    @ConfigProperty(name = "reskontra.work.concurrency")
    int concurrency;

    private final Transactions transactions;
    private final List<DueWork> works;

    private final Map<TenantId, Set<DueWork>> woken = new LinkedHashMap<>();
    private final Set<TenantId> underWay = new HashSet<>();
    private ExecutorService threads;
    private volatile boolean running;

    DueWorkRunner(Transactions transactions, @All List<DueWork> works) {
        this.transactions = transactions;
        this.works = works;
    }

    void start(@Observes @Priority(400) StartupEvent started) {
        running = true;
        threads = Executors.newFixedThreadPool(
                concurrency + 1,
                Thread.ofPlatform().name("due-work-", 0).daemon().factory());
        threads.execute(this::wakeAllNowAndThen);
        for (int i = 0; i < concurrency; i++) {
            threads.execute(this::work);
        }
    }

    void stop(@Observes @Priority(50) ShutdownEvent stopping) throws InterruptedException {
        running = false;
        if (threads != null) {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** Says that the tenant may have something due. Returns at once. */
    public void wake(TenantId tenant) {
        wake(tenant, works);
    }

    /** Says that the tenant may have work of one kind due. Returns at once. */
    public void wake(TenantId tenant, DueWork work) {
        wake(
                tenant,
                works.stream().filter(one -> one.name().equals(work.name())).toList());
    }

    private synchronized void wake(TenantId tenant, Collection<DueWork> due) {
        if (!due.isEmpty()) {
            woken.computeIfAbsent(tenant, _ -> new HashSet<>()).addAll(due);
            notifyAll();
        }
    }

    private void wakeAllNowAndThen() {
        while (running) {
            try {
                Blocking.await(transactions::tenants).forEach(this::wake);
                Blocking.await(() -> transactions.apart(session -> session.createNativeQuery(
                                "select forget_idempotency_keys(" + KEYS_FORGOTTEN_AT_ONCE + ")", Long.class)
                        .getSingleResult()));
            } catch (RuntimeException e) {
                LOG.warnf("tenants cannot be polled for due work: %s", e.toString());
            }
            pause(poll);
        }
    }

    private void work() {
        while (running) {
            var turn = take();
            if (turn == null) {
                return;
            }
            MDC.put("tenant", turn.tenant().toString());
            boolean more = false;
            try {
                more = run(turn);
            } catch (RuntimeException e) {
                LOG.errorf(e, "due work of tenant %s failed and is tried again", turn.tenant());
                pause(Duration.ofMillis(500));
                more = running;
            } finally {
                MDC.remove("tenant");
                giveBack(turn, more);
            }
        }
    }

    /** What one thread does for one tenant at a time. */
    private record Turn(TenantId tenant, Set<DueWork> due) {}

    /** Rounds of all that is due, in the order of the works, until one finds nothing due; true when the tenant's turn ended before its work. */
    private boolean run(Turn turn) {
        for (int round = 0; round < ROUNDS_IN_A_TURN; round++) {
            int taken = 0;
            for (var work : works) {
                if (!running) {
                    return false;
                }
                if (turn.due().contains(work)) {
                    taken += Blocking.await(() -> work.run(turn.tenant()));
                }
            }
            if (taken == 0) {
                return false;
            }
        }
        return true;
    }

    private synchronized @Nullable Turn take() {
        while (running) {
            for (var tenant : woken.keySet()) {
                if (underWay.add(tenant)) {
                    return new Turn(tenant, woken.remove(tenant));
                }
            }
            try {
                wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private synchronized void giveBack(Turn turn, boolean more) {
        underWay.remove(turn.tenant());
        if (more) {
            wake(turn.tenant(), turn.due());
        }
        notifyAll();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
