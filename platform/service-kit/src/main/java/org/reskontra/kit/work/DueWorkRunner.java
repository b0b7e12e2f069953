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
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;

/**
 * Runs due work, tenant by tenant: a tenant that is woken soon, every tenant at each poll. One tenant's works
 * take turns on one thread at a time here, those that run aside on another, on as many replicas as there are; a tenant
 * woken while its work runs is run once more.
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

    private final Set<Turn> woken = new LinkedHashSet<>();
    private final Set<Turn> underWay = new HashSet<>();

    /** Those that ended with nothing due last, and were not woken since. */
    private final Set<Turn> atRest = new HashSet<>();

    private ExecutorService threads;
    private volatile boolean running;

    /** A tenant's works that take turns; the same on a second thread, while the first has more to do; those aside. */
    private enum Lane {
        FIRST,
        SECOND,
        ASIDE
    }

    /** What one thread does at a time. */
    private record Turn(TenantId tenant, Lane lane) {

        static Stream<Turn> of(TenantId tenant) {
            return Stream.of(new Turn(tenant, Lane.FIRST), new Turn(tenant, Lane.ASIDE));
        }

        boolean aside() {
            return lane == Lane.ASIDE;
        }
    }

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
    public void wake(TenantId tenant) {
        Turn.of(tenant).forEach(this::wake);
    }

    private synchronized void wake(Turn turn) {
        if (!due.isNeverAny(turn.aside())) {
            atRest.remove(turn);
            woken.add(turn);
            notifyAll();
        }
    }

    /** Whether all that was due when the tenant was woken last is done; false as well while nobody has looked yet. */
    public synchronized boolean isAtRest(TenantId tenant) {
        var second = new Turn(tenant, Lane.SECOND);
        return !woken.contains(second)
                && !underWay.contains(second)
                && Turn.of(tenant).allMatch(turn -> due.isNeverAny(turn.aside()) || atRest.contains(turn));
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
            var end = End.SOMETHING_LEFT;
            try {
                end = run(turn);
            } catch (RuntimeException e) {
                LOG.errorf(e, "due work of tenant %s failed and is tried again", turn.tenant());
                pause(Duration.ofMillis(500));
                end = End.MORE_TO_DO;
            } finally {
                MDC.remove("tenant");
                giveBack(turn, end);
            }
        }
    }

    private enum End {
        NOTHING_DUE,
        /** What is due is in other hands, or its time has not come; whoever has it wakes the tenant. */
        SOMETHING_LEFT,
        MORE_TO_DO
    }

    /** Rounds of what is due, in the order of the works. */
    private End run(Turn turn) {
        var tenant = turn.tenant();
        for (int round = 0; round < ROUNDS_IN_A_TURN && running; round++) {
            var works = Blocking.await(() -> transactions.reading(tenant, tx -> due.of(tx, turn.aside())));
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
            if (turn.lane() == Lane.FIRST) {
                wake(new Turn(tenant, Lane.SECOND));
            }
            if (!turn.aside()) {
                wake(new Turn(tenant, Lane.ASIDE));
            }
        }
        return End.MORE_TO_DO;
    }

    private synchronized @Nullable Turn take() {
        while (running) {
            for (var turn : woken) {
                if (underWay.add(turn)) {
                    woken.remove(turn);
                    return turn;
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

    private synchronized void giveBack(Turn turn, End end) {
        underWay.remove(turn);
        if (end == End.MORE_TO_DO) {
            wake(turn);
        } else if (turn.lane() == Lane.SECOND) {
            // The first may have ended before, because what was left was in hands that are ours.
            wake(new Turn(turn.tenant(), Lane.FIRST));
        } else if (end == End.NOTHING_DUE && !woken.contains(turn)) {
            atRest.add(turn);
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
