package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** The months that nothing is booked in any more. */
@ApplicationScoped
class LockedMonths {

    private static final String LATEST = """
            select cast(row_to_json(l) as text) from (
                select locked_through, known_at, actor from ledger_lock
                where tenant_id = :tenant order by locked_through desc limit 1) l""";

    /** The last locked day, since when and by whom. */
    record Lock(LocalDate lockedThrough, Instant knownAt, String actor) {}

    Uni<@Nullable Lock> latest(Tx tx) {
        return RowJson.single(tx, LATEST, Map.of("tenant", tx.tenantId().value()), Lock.class);
    }

    /** As {@link #latest}, and it stays the latest until this transaction ends; nobody posts meanwhile. */
    Uni<@Nullable Lock> held(Tx tx) {
        return tx.session()
                .createNativeQuery("select cast(hold_the_ledger() as text)", String.class)
                .getSingleResult()
                .chain(() -> latest(tx));
    }

    Uni<Void> lock(Tx tx, LocalDate through) {
        return tx.session()
                .createNativeQuery("insert into ledger_lock (tenant_id, locked_through, actor)"
                        + " values (:tenant, :through, :actor)")
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("through", through)
                .setParameter("actor", tx.actor())
                .executeUpdate()
                .replaceWithVoid();
    }
}
