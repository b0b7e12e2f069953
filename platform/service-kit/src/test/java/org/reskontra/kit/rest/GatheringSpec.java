package org.reskontra.kit.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.kit.KitFixture.sandbox;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class GatheringSpec {

    /** As many as run at once, one each, while the rest begins to wait. */
    private static final int UNDER_WAY = 2;

    @Inject
    Transactions transactions;

    @Inject
    Gatherings gatherings;

    private final Tenant tenant = sandbox("2025-02-01");

    /** Commands that stand still until the gate opens, and are answered by their number. */
    private static final class Held implements GatheredWork<Integer> {

        private final CompletableFuture<Void> gate = new CompletableFuture<>();
        private final AtomicInteger transactions = new AtomicInteger();
        private final AtomicInteger largest = new AtomicInteger();

        @Override
        public Uni<Answer> alone(Tx tx, Integer command) {
            return together(tx, List.of(new Submitted<>(command, tx.actor(), null)))
                    .map(List::getFirst);
        }

        @Override
        public Uni<List<Answer>> together(Tx tx, List<Submitted<Integer>> commands) {
            transactions.incrementAndGet();
            largest.accumulateAndGet(commands.size(), Math::max);
            return Uni.createFrom()
                    .completionStage(gate)
                    .map(_ -> commands.stream()
                            .map(one -> Answer.ok(one.command(), null))
                            .toList());
        }
    }

    @BeforeEach
    void a_tenant() {
        Blocking.await(
                () -> transactions.creating(tenant, tx -> Uni.createFrom().voidItem()));
    }

    @Test
    void past_its_capacity_it_refuses_at_once_and_recovers_by_itself() throws Exception {
        var work = new Held();
        var gathering = gatherings.of(work);
        var answers = new ArrayList<CompletableFuture<Response>>();
        for (int i = 0; i < UNDER_WAY + Gathering.MOST_WAITING; i++) {
            answers.add(submit(gathering, i));
        }

        var refused = submit(gathering, -1);
        var failure = assertThrows(
                CompletionException.class,
                () -> refused.orTimeout(1, TimeUnit.SECONDS).join());
        assertEquals(503, ((Problem) failure.getCause()).body().status());
        assertFalse(answers.stream().anyMatch(CompletableFuture::isDone));

        work.gate.complete(null);
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertEquals(
                IntStream.range(0, answers.size()).boxed().toList(),
                answers.stream().map(answer -> answer.join().getEntity()).toList());
        assertEquals(Gathering.MOST_TOGETHER, work.largest.get());
        assertTrue(work.transactions.get() <= UNDER_WAY + Gathering.MOST_WAITING / Gathering.MOST_TOGETHER);
        assertEquals(7, submit(gathering, 7).get(60, TimeUnit.SECONDS).getEntity());
    }

    private CompletableFuture<Response> submit(Gathering<Integer> gathering, int number) {
        return gathering.submit(tenant.id(), "somebody", null, number).subscribeAsCompletionStage();
    }
}
