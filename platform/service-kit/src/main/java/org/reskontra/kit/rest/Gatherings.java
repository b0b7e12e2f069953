package org.reskontra.kit.rest;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.reskontra.kit.db.Transactions;

/** Makes the {@link Gathering} of a kind of command; one for the life of the service. */
@ApplicationScoped
public class Gatherings {

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Vertx vertx;

    Gatherings(Transactions transactions, IdempotencyKeys keys, Vertx vertx) {
        this.transactions = transactions;
        this.keys = keys;
        this.vertx = vertx;
    }

    public <C> Gathering<C> of(GatheredWork<C> work) {
        return new Gathering<>(transactions, keys, vertx, work);
    }
}
