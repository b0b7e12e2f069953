package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.PaymentId;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Cursor;

/** The table of payments. */
@ApplicationScoped
class PaymentStore {

    private static final String BY_ID = """
            select cast(row_to_json(p) as text) from payment p where tenant_id = :tenant and id = :id""";

    private static final String BY_IDS = """
            select cast(row_to_json(p) as text) from payment p
            where tenant_id = :tenant
              and id in (%s)""".formatted(RowJson.IDS);

    private static final String MATCHABLE = """
            select cast(row_to_json(m) as text) from (
                select p.*, i.id as found
                from payment p
                join invoice i on i.tenant_id = p.tenant_id and i.payment_reference = p.reference
                    and i.currency = p.currency
                where p.tenant_id = :tenant and p.state = 'UNMATCHED' and not p.left_to_clerk
                order by p.booking_date, p.id
                limit :limit
                for update of p skip locked) m""";

    /** The condition that a held payment has found its invoice. */
    static final String ANY_MATCHABLE = """
            exists (
                select from payment p
                join invoice i on i.tenant_id = p.tenant_id and i.payment_reference = p.reference
                    and i.currency = p.currency
                where p.tenant_id = :tenant and p.state = 'UNMATCHED' and not p.left_to_clerk)""";

    private static final String BY_ID_LOCKED = """
            select cast(row_to_json(p) as text) from (
                select * from payment where tenant_id = :tenant and id = :id for update) p""";

    private static final String BY_IDS_LOCKED = """
            select cast(row_to_json(p) as text) from (
                select * from payment
                where tenant_id = :tenant
                  and id in (%s)
                order by id for update) p""".formatted(RowJson.IDS);

    private static final String BOOK = """
            update payment p
            set state = r.state, invoice_id = r.invoice_id, costs_minor = r.costs_minor,
                interest_minor = r.interest_minor, principal_minor = r.principal_minor,
                excess_minor = r.excess_minor, version = r.version
            from jsonb_populate_recordset(cast(null as payment), cast(cast(:rows as text) as jsonb)) r
            where p.tenant_id = :tenant and p.id = r.id and p.state = 'UNMATCHED'""";

    private static final String TAKE_BACK = """
            update payment p
            set state = r.state, invoice_id = r.invoice_id, costs_minor = 0, interest_minor = 0, principal_minor = 0,
                excess_minor = 0, left_to_clerk = r.left_to_clerk, reversal_reason = r.reversal_reason,
                reversed_on = r.reversed_on, version = r.version
            from jsonb_populate_record(cast(null as payment), cast(cast(:row as text) as jsonb)) r
            where p.tenant_id = :tenant and p.id = r.id""";

    private static final String PARTS = """
            select cast(row_to_json(p) as text) from payment p
            where tenant_id = :tenant and part_of = :id order by id""";

    private static final String LESSEN = """
            update payment p
            set amount_minor = r.amount_minor, received_minor = r.received_minor, version = r.version
            from jsonb_populate_record(cast(null as payment), cast(cast(:row as text) as jsonb)) r
            where p.tenant_id = :tenant and p.id = r.id and p.state = 'UNMATCHED'""";

    Uni<@Nullable PaymentRow> find(Tx tx, PaymentId id) {
        return RowJson.single(tx, BY_ID, Map.of("tenant", tx.tenantId().value(), "id", id.value()), PaymentRow.class);
    }

    Uni<@Nullable PaymentRow> lock(Tx tx, PaymentId id) {
        return RowJson.single(
                tx, BY_ID_LOCKED, Map.of("tenant", tx.tenantId().value(), "id", id.value()), PaymentRow.class);
    }

    /** The payments with these ids, locked in the order of their ids so that nobody waits in a circle. */
    Uni<List<PaymentRow>> lockAll(Tx tx, Collection<UUID> ids) {
        return RowJson.list(
                tx,
                BY_IDS_LOCKED,
                Map.of("tenant", tx.tenantId().value(), "ids", RowJson.write(ids)),
                PaymentRow.class);
    }

    /** A page of the payments that are held, by booking date. */
    Uni<List<PaymentRow>> unmatched(Tx tx, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("limit", limit);
        after.ifPresent(cursor -> {
            parameters.put("afterDate", cursor.sortKey());
            parameters.put("afterId", cursor.id());
        });
        return RowJson.list(
                tx,
                "select cast(row_to_json(p) as text) from (select * from payment"
                        + " where tenant_id = :tenant and state = 'UNMATCHED'"
                        + (after.isPresent()
                                ? " and (booking_date, id) > (cast(cast(:afterDate as text) as date), :afterId)"
                                : "")
                        + " order by booking_date, id limit :limit) p",
                parameters,
                PaymentRow.class);
    }

    /** The payments there are of these ids. */
    Uni<List<PaymentRow>> find(Tx tx, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : RowJson.list(
                        tx,
                        BY_IDS,
                        Map.of("tenant", tx.tenantId().value(), "ids", RowJson.write(ids)),
                        PaymentRow.class);
    }

    /** Adds payments; answers how many of their ids were free. */
    Uni<Integer> add(Tx tx, List<PaymentRow> payments) {
        return RowJson.insertNew(tx, "payment", "id", payments).map(List::size);
    }

    /** What was cut off a payment. */
    Uni<List<PaymentRow>> parts(Tx tx, PaymentRow payment) {
        return payment.receivedMinor() == null
                ? Uni.createFrom().item(List.of())
                : RowJson.list(
                        tx, PARTS, Map.of("tenant", tx.tenantId().value(), "id", payment.id()), PaymentRow.class);
    }

    /** Takes from a held payment what was cut off it. */
    Uni<Void> lessen(Tx tx, PaymentRow left) {
        return tx.session()
                .createNativeQuery(LESSEN)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("row", RowJson.write(left))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Held payments whose invoice has come, oldest first, locked; rows that another replica works on are left out. */
    Uni<List<Match>> matchable(Tx tx, int limit) {
        return RowJson.list(tx, MATCHABLE, Map.of("tenant", tx.tenantId().value(), "limit", limit), Match.class);
    }

    /** Writes that a locked payment is not on its invoice any more, or not with us. */
    Uni<Void> takeBack(Tx tx, PaymentRow payment) {
        return tx.session()
                .createNativeQuery(TAKE_BACK)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("row", RowJson.write(payment))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> book(Tx tx, List<PaymentRow> payments) {
        return tx.session()
                .createNativeQuery(BOOK)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", RowJson.write(payments))
                .executeUpdate()
                .replaceWithVoid();
    }
}
