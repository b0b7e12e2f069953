package org.reskontra.kit.rest;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.kit.db.Tx;

/** A kind of command that a {@link Gathering} runs. */
public interface GatheredWork<C> {

    /** Runs one command in a transaction of its own. A {@link Problem} it throws is the caller's answer. */
    Uni<Answer> alone(Tx tx, C command);

    /**
     * Runs several in one transaction and answers them in their order. May fail for any reason that one of them gives:
     * then nothing has happened, and each is run alone.
     */
    Uni<List<Answer>> together(Tx tx, List<Submitted<C>> commands);

    /**
     * A command as it came.
     *
     * @param actor who sent it
     * @param traceparent W3C trace context of its request
     */
    record Submitted<C>(C command, String actor, @Nullable String traceparent) {}
}
