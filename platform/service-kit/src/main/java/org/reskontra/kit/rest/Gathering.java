package org.reskontra.kit.rest;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Contexts;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Trouble;
import org.reskontra.kit.outbox.Outbox;
import org.reskontra.kit.rest.GatheredWork.Submitted;
import org.reskontra.kit.rest.IdempotencyKeys.Kept;
import org.reskontra.kit.rest.IdempotencyKeys.Keyed;

/**
 * Runs commands that come at the same time in one transaction, each with its own answer. A command that finds nobody
 * working for its tenant runs at once; those that come meanwhile wait for the transactions under way to end and then run
 * together, so that the load makes the batches and nobody waits for company. When one of a batch stands out (it is
 * refused, or was sent before), the batch is undone and each command runs alone.
 */
public final class Gathering<C> {

    static final int MOST_TOGETHER = 64;
    static final int MOST_WAITING = 1024;
    private static final int TRANSACTIONS_AT_ONCE = 2;
    private static final int ALONE_AT_ONCE = 4;
    private static final Logger LOG = Logger.getLogger(Gathering.class);

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Vertx vertx;
    private final GatheredWork<C> work;
    private final Map<TenantId, Lane<C>> lanes = new HashMap<>();

    Gathering(Transactions transactions, IdempotencyKeys keys, Vertx vertx, GatheredWork<C> work) {
        this.transactions = transactions;
        this.keys = keys;
        this.vertx = vertx;
        this.work = work;
    }

    /** One tenant's commands. */
    private static final class Lane<C> {

        private final Deque<Waiting<C>> waiting = new ArrayDeque<>();
        private int underWay;
    }

    private record Waiting<C>(
            Submitted<C> submitted, @Nullable Keyed keyed, UniEmitter<? super Response> caller) {}

    /** Runs a command; 503 at once when too many wait already. */
    Uni<Response> submit(TenantId tenant, String actor, @Nullable Keyed keyed, C command) {
        var submitted = new Submitted<>(command, actor, Outbox.traceparent());
        return Uni.createFrom()
                .<Response>emitter(caller -> {
                    if (!enqueue(tenant, new Waiting<>(submitted, keyed, caller))) {
                        caller.fail(Problem.overloaded());
                    } else {
                        start(tenant);
                    }
                })
                .emitOn(Contexts.current());
    }

    private synchronized boolean enqueue(TenantId tenant, Waiting<C> waiting) {
        var lane = lanes.computeIfAbsent(tenant, _ -> new Lane<>());
        return lane.waiting.size() < MOST_WAITING && lane.waiting.add(waiting);
    }

    /** Begins another transaction of the tenant, if one more may run and there is something to do. */
    private void start(TenantId tenant) {
        var batch = take(tenant);
        if (!batch.isEmpty()) {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(_ -> run(tenant, batch).subscribe().with(done -> end(tenant), failure -> {
                LOG.error("a batch of commands was left unanswered", failure);
                batch.forEach(waiting -> waiting.caller().fail(failure));
                end(tenant);
            }));
        }
    }

    private synchronized List<Waiting<C>> take(TenantId tenant) {
        var batch = new ArrayList<Waiting<C>>();
        var lane = lanes.get(tenant);
        if (lane != null && lane.underWay < TRANSACTIONS_AT_ONCE && !lane.waiting.isEmpty()) {
            lane.underWay++;
            while (batch.size() < MOST_TOGETHER && !lane.waiting.isEmpty()) {
                batch.add(lane.waiting.poll());
            }
        }
        return batch;
    }

    private void end(TenantId tenant) {
        synchronized (this) {
            var lane = Objects.requireNonNull(lanes.get(tenant));
            lane.underWay--;
            if (lane.underWay == 0 && lane.waiting.isEmpty()) {
                lanes.remove(tenant);
            }
        }
        start(tenant);
    }

    private Uni<Void> run(TenantId tenant, List<Waiting<C>> batch) {
        if (batch.size() == 1) {
            return alone(tenant, batch.getFirst());
        }
        return transactions
                .in(tenant, tx -> together(tx, batch))
                .onItemOrFailure()
                .transformToUni((answers, failure) -> {
                    if (failure == null) {
                        answer(batch, answers);
                        return Uni.createFrom().voidItem();
                    }
                    if (Trouble.passes(failure)) {
                        // Nobody knows whether it was committed: asking again is for the callers, under their keys.
                        batch.forEach(waiting -> waiting.caller().fail(failure));
                        return Uni.createFrom().voidItem();
                    }
                    LOG.debugf("%d commands run each alone: %s", batch.size(), failure);
                    return eachAlone(tenant, batch);
                });
    }

    private Uni<List<Answer>> together(Tx tx, List<Waiting<C>> batch) {
        var asked = batch.stream().map(Waiting::keyed).filter(Objects::nonNull).toList();
        return keys.claimAll(tx, asked)
                .chain(ours -> ours
                        ? work.together(
                                tx, batch.stream().map(Waiting::submitted).toList())
                        : Uni.createFrom().failure(new NotTogether("a key is not new")))
                .call(answers -> keys.keepAll(tx, kept(batch, answers)));
    }

    private static <C> List<Kept> kept(List<Waiting<C>> batch, List<Answer> answers) {
        var kept = new ArrayList<Kept>();
        for (int i = 0; i < batch.size(); i++) {
            var keyed = batch.get(i).keyed();
            if (keyed != null) {
                kept.add(new Kept(keyed, answers.get(i)));
            }
        }
        return kept;
    }

    private void answer(List<Waiting<C>> batch, List<Answer> answers) {
        IntStream.range(0, batch.size())
                .forEach(i -> batch.get(i).caller().complete(answers.get(i).toResponse()));
    }

    private Uni<Void> eachAlone(TenantId tenant, List<Waiting<C>> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUni(waiting -> alone(tenant, waiting))
                .merge(ALONE_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Never fails: a failure is the caller's. */
    private Uni<Void> alone(TenantId tenant, Waiting<C> waiting) {
        return keys.once(
                        tenant,
                        waiting.keyed(),
                        tx -> work.alone(
                                tx.by(waiting.submitted().actor()),
                                waiting.submitted().command()))
                .onItem()
                .invoke(waiting.caller()::complete)
                .onFailure()
                .invoke(waiting.caller()::fail)
                .onItemOrFailure()
                .transformToUni((answer, failure) -> Uni.createFrom().voidItem());
    }
}
