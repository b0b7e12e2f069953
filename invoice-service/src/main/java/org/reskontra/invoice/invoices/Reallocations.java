package org.reskontra.invoice.invoices;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** What booked payments cover after a correction. */
@ApplicationScoped
class Reallocations {

    private static final String MOVE = """
            update payment p
            set costs_minor = r.costs_minor, interest_minor = r.interest_minor,
                principal_minor = r.principal_minor, excess_minor = r.excess_minor, version = p.version + 1
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                id uuid, costs_minor bigint, interest_minor bigint, principal_minor bigint, excess_minor bigint)
            where p.tenant_id = :tenant and p.id = r.id and p.state = 'BOOKED'""";

    private record Row(UUID id, long costsMinor, long interestMinor, long principalMinor, long excessMinor) {}

    /** Writes the last word on each payment; one that is being booked in the same transaction is its desk's to write. */
    Uni<Void> save(Tx tx, List<PaymentReallocated> moved) {
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, Row> rows = new LinkedHashMap<>();
        for (var one : moved) {
            var id = one.receipt().payment().value();
            rows.put(
                    id,
                    new Row(
                            id,
                            one.after().costs().minor(),
                            one.after().interest().minor(),
                            one.after().principal().minor(),
                            one.excess().minor()));
        }
        return tx.session()
                .createNativeQuery(MOVE)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", RowJson.write(rows.values()))
                .executeUpdate()
                .replaceWithVoid();
    }
}
