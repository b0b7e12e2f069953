package org.reskontra.kit.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    private final WorkDue due;

    private final Set<TenantId> woken = new LinkedHashSet<>();
    private final Set<TenantId> underWay = new HashSet<>();

    /** Tenants whose last turn ended with nothing due, and who were not woken since. */
    private final Set<TenantId> atRest = new HashSet<>();

    private ExecutorService threads;
    private volatile boolean running;

    DueWorkRunner(Transactions transactions, WorkDue due) {
        this.transactions = transactions;
        this.due = due;
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
    public synchronized void wake(TenantId tenant) {
        if (!due.isNeverAny()) {
            atRest.remove(tenant);
            woken.add(tenant);
            notifyAll();
        }
    }

    /** Whether all that was due when the tenant was woken last is done; false as well while nobody has looked yet. */
    public synchronized boolean isAtRest(TenantId tenant) {
        return due.isNeverAny() || atRest.contains(tenant);
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
            var tenant = take();
            if (tenant == null) {
                return;
            }
            MDC.put("tenant", tenant.toString());
            var end = End.SOMETHING_LEFT;
            try {
                end = run(tenant);
            } catch (RuntimeException e) {
                LOG.errorf(e, "due work of tenant %s failed and is tried again", tenant);
                pause(Duration.ofMillis(500));
                end = End.MORE_TO_DO;
            } finally {
                MDC.remove("tenant");
                giveBack(tenant, end);
            }
        }
    }

    /** How a tenant's turn ends. */
    private enum End {
        NOTHING_DUE,
        /** What is due is in other hands, or its time has not come; whoever has it wakes the tenant. */
        SOMETHING_LEFT,
        MORE_TO_DO
    }

    /** Rounds of what is due, in the order of the works. */
    private End run(TenantId tenant) {
        for (int round = 0; round < ROUNDS_IN_A_TURN && running; round++) {
            var works = Blocking.await(() -> transactions.reading(tenant, due::of));
            if (works.isEmpty()) {
                return End.NOTHING_DUE;
            }
            int taken = 0;
            for (var work : works) {
                taken += running ? Blocking.await(() -> work.run(tenant)) : 0;
            }
            if (taken == 0) {
                return End.SOMETHING_LEFT;
            }
        }
        return End.MORE_TO_DO;
    }

    private synchronized @Nullable TenantId take() {
        while (running) {
            for (var tenant : woken) {
                if (underWay.add(tenant)) {
                    woken.remove(tenant);
                    return tenant;
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

    private synchronized void giveBack(TenantId tenant, End end) {
        underWay.remove(tenant);
        if (end == End.MORE_TO_DO) {
            wake(tenant);
        } else if (end == End.NOTHING_DUE && !woken.contains(tenant)) {
            atRest.add(tenant);
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
