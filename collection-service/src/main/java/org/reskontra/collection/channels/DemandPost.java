package org.reskontra.collection.channels;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.reskontra.collection.letters.Letters;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.work.DueWork;
import org.reskontra.kit.work.DueWorkRunner;

/**
 * Sends demands: claims letters whose turn has come, sends them with no transaction open, and records what became of
 * them. A replica that dies in between leaves its letters to the others when their lease is over.
 */
@ApplicationScoped
class DemandPost implements DueWork {

    private final Transactions transactions;
    private final DemandDesk desk;
    private final Letters letters;
    private final Channel channel;
    private final DemandSettings settings;
    private final DueWorkRunner dueWork;
    private final Vertx vertx;

    DemandPost(
            Transactions transactions,
            DemandDesk desk,
            Letters letters,
            Channel channel,
            DemandSettings settings,
            DueWorkRunner dueWork,
            Vertx vertx) {
        this.transactions = transactions;
        this.desk = desk;
        this.letters = letters;
        this.channel = channel;
        this.settings = settings;
        this.dueWork = dueWork;
        this.vertx = vertx;
    }

    @Override
    public String name() {
        return DemandDesk.CAUSE;
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(tenant, desk::claim).chain(claimed -> {
            wakeAfter(tenant, Optional.ofNullable(claimed.nextAttempt()));
            return claimed.ready().isEmpty()
                    ? Uni.createFrom().item(claimed.taken())
                    : send(claimed.ready())
                            .chain(sent -> transactions.in(tenant, tx -> desk.record(tx, sent)))
                            .invoke(wait -> wakeAfter(tenant, wait))
                            .replaceWith(claimed.taken());
        });
    }

    private Uni<List<Sent>> send(List<Outgoing> ready) {
        var attempts = ready.stream()
                .map(letter -> channel.send(letter).map(outcome -> new Sent(letter, outcome)))
                .toList();
        return Uni.join().all(attempts).andFailFast();
    }

    private void wakeAfter(TenantId tenant, Optional<Duration> wait) {
        wait.ifPresent(duration -> vertx.setTimer(duration.toMillis() + 50, _ -> dueWork.wake(tenant)));
    }

    @Override
    public String due() {
        return Letters.PENDING;
    }
}
