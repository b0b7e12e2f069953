package org.reskontra.invoice.uploads;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.uploads.ImportStore.Chunk;
import org.reskontra.invoice.uploads.ImportStore.Kind;
import org.reskontra.invoice.uploads.ImportStore.Rejection;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Trouble;
import org.reskontra.kit.rest.Problem;

/**
 * Takes files in, a chunk at a time: one transaction does what is sound and keeps the reason for every line that is not,
 * so that a crash neither loses a line nor takes one in twice.
 */
@ApplicationScoped
class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int CONFLICT = 409;

    private final Transactions transactions;
    private final ImportStore imports;

    ImportRun(Transactions transactions, ImportStore imports) {
        this.transactions = transactions;
        this.imports = imports;
    }

    /** Takes the next chunk of the tenant's oldest file in; answers how many lines, and what was rejected is kept. */
    Uni<Integer> next(TenantId tenant, Kind kind, BiFunction<Tx, Chunk, Uni<List<Rejection>>> takeIn) {
        return transactions
                .in(
                        tenant,
                        tx -> imports.next(tx, kind)
                                .chain(chunk -> chunk == null
                                        ? Uni.createFrom().item(0)
                                        : takeIn.apply(tx.by(chunk.actor()), chunk)
                                                .chain(rejections -> imports.done(tx, chunk, rejections))
                                                .replaceWith(chunk.lines().size())))
                .onFailure(failure -> !Trouble.passes(failure) && !isOvertaken(failure))
                .recoverWithUni(failure -> giveUp(tenant, kind, failure));
    }

    /** Somebody sends the same at this moment: next time it is there. */
    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof Problem problem && problem.body().status() == CONFLICT;
    }

    /** A file that breaks us must not stand in the way of all other work for ever. */
    private Uni<Integer> giveUp(TenantId tenant, Kind kind, Throwable failure) {
        LOG.error("an import is given up", failure);
        return transactions
                .in(tenant, tx -> imports.fail(tx, kind, failure.getClass().getSimpleName()))
                .replaceWith(1);
    }
}
