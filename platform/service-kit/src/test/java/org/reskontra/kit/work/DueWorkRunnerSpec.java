package org.reskontra.kit.work;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.reskontra.kit.KitFixture.sandbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DueWorkRunnerSpec {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Transactions transactions;

    private final Tenant tenant = sandbox("2025-02-01");
    private final List<DueWorkRunner> runners = new ArrayList<>();

    @BeforeEach
    void a_tenant() {
        Blocking.await(
                () -> transactions.creating(tenant, tx -> Uni.createFrom().voidItem()));
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var runner : runners) {
            runner.stop(new ShutdownEvent());
        }
    }

    @Test
    void who_has_much_to_do_gets_a_second_thread_and_work_aside_waits_for_neither() {
        var inTurn = new AtomicInteger();
        var besides = new AtomicInteger();
        var together = new CompletableFuture<Integer>();
        // Whoever comes first has done something, so there may be more; after that nobody gets on until all three are
        // in.
        Runnable arrived = () -> {
            if (inTurn.get() == 3 && besides.get() > 0) {
                together.complete(0);
            }
        };
        var runner = runner(
                work(false, () -> {
                    if (inTurn.incrementAndGet() == 1) {
                        return Uni.createFrom().item(1);
                    }
                    arrived.run();
                    return Uni.createFrom().completionStage(together);
                }),
                work(true, () -> {
                    besides.incrementAndGet();
                    arrived.run();
                    return Uni.createFrom().completionStage(together);
                }));

        runner.wake(tenant.id());

        await().atMost(SOON).until(together::isDone);
    }

    /** Which of two threads that is, is a matter of luck: so it is asked many times. */
    @RepeatedTest(8)
    void whoever_does_something_last_leaves_it_to_the_work_aside() {
        var inTurn = new AtomicInteger();
        var both = new CompletableFuture<Void>();
        var done = new AtomicBoolean();
        var seen = new AtomicBoolean();
        var runner = runner(
                work(false, () -> switch (inTurn.incrementAndGet()) {
                    case 1 -> Uni.createFrom().item(1);
                    case 2 -> Uni.createFrom().completionStage(both).replaceWith(0);
                    case 3 -> {
                        both.complete(null);
                        // The other one goes to rest meanwhile.
                        yield Uni.createFrom()
                                .item(1)
                                .onItem()
                                .delayIt()
                                .by(Duration.ofMillis(50))
                                .invoke(() -> done.set(true));
                    }
                    default -> Uni.createFrom().item(0);
                }),
                work(true, () -> {
                    seen.compareAndSet(false, done.get());
                    return Uni.createFrom().item(0);
                }));

        runner.wake(tenant.id());

        await().atMost(SOON).until(seen::get);
    }

    @Test
    void who_has_little_to_do_has_one_thread() {
        var calls = new AtomicInteger();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var runner = runner(work(false, () -> {
            calls.incrementAndGet();
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            return Uni.createFrom().item(0).invoke(atOnce::decrementAndGet);
        }));

        for (int times = 1; times <= 20; times++) {
            int before = calls.get();
            runner.wake(tenant.id());
            await().atMost(SOON).until(() -> calls.get() > before);
        }

        assertEquals(1, most.get());
        assertFalse(runner.isAtRest(tenant.id()), "something is left, in whose hands it may be");
    }

    @Test
    void a_tenant_is_at_rest_once_nothing_is_due() {
        var runner = runner(new Work(false, "false", () -> Uni.createFrom().item(1)));
        assertFalse(runner.isAtRest(tenant.id()), "nobody has looked yet");

        runner.wake(tenant.id());

        await().atMost(SOON).until(() -> runner.isAtRest(tenant.id()));
    }

    private Work work(boolean aside, Supplier<Uni<Integer>> batch) {
        return new Work(aside, "true", batch);
    }

    private final class Work implements DueWork {

        private final boolean aside;
        private final String due;
        private final Supplier<Uni<Integer>> batch;

        Work(boolean aside, String due, Supplier<Uni<Integer>> batch) {
            this.aside = aside;
            this.due = due;
            this.batch = batch;
        }

        @Override
        public String name() {
            return "test";
        }

        @Override
        public boolean isAside() {
            return aside;
        }

        @Override
        public Uni<Integer> run(TenantId whose) {
            return whose.equals(tenant.id()) ? batch.get() : Uni.createFrom().item(0);
        }

        @Override
        public String due() {
            return due;
        }
    }

    private DueWorkRunner runner(Work... works) {
        var runner = new DueWorkRunner(transactions, new WorkDue(List.of(works)));
        runner.poll = Duration.ofHours(1);
        runner.concurrency = 4;
        runners.add(runner);
        runner.start(new StartupEvent());
        return runner;
    }
}
