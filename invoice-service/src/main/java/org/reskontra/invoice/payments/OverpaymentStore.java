package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Cursor;

/** What was paid beyond claims, and where it went. */
@ApplicationScoped
class OverpaymentStore {

    private static final String SELECT = """
            select cast(row_to_json(o) as text) from (
                select p.id, p.invoice_id, i.number, i.customer_id, p.excess_minor, p.currency, p.value_date,
                       p.booking_date, p.payer, k.note, k.actor, k.known_at,
                       coalesce(k.minor >= p.excess_minor, false) as kept
                from payment p
                join invoice i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
                left join kept_excess k on k.tenant_id = p.tenant_id and k.payment_id = p.id
                where p.tenant_id = :tenant and p.state = 'BOOKED' and p.excess_minor > 0""";

    private static final String RELEASE = """
            update payment p
            set state = r.state, excess_minor = r.excess_minor,
                released_minor = coalesce(p.released_minor, 0) + r.minor, version = p.version + 1
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                id uuid, state text, excess_minor bigint, minor bigint)
            where p.tenant_id = :tenant and p.id = r.id""";

    private static final String KEEP = """
            insert into kept_excess (payment_id, tenant_id, minor, note, actor)
            values (:id, :tenant, :minor, nullif(cast(:note as text), ''), :actor)
            on conflict (payment_id) do update
                set minor = excluded.minor, note = excluded.note, actor = excluded.actor,
                    known_at = clock_timestamp()""";

    /** What is held of a payment on an invoice. */
    record Overpayment(
            UUID id,
            UUID invoiceId,
            String number,
            UUID customerId,
            long excessMinor,
            Currency currency,
            LocalDate valueDate,
            LocalDate bookingDate,
            @Nullable String payer,
            boolean kept,
            @Nullable String note,
            @Nullable String actor,
            @Nullable Instant knownAt) {}

    Uni<@Nullable Overpayment> find(Tx tx, PaymentId payment) {
        return RowJson.single(
                tx,
                SELECT + " and p.id = :id) o",
                Map.of("tenant", tx.tenantId().value(), "id", payment.value()),
                Overpayment.class);
    }

    /** A page by booking date: those that wait for a decision, or those that stay on account. */
    Uni<List<Overpayment>> list(Tx tx, boolean kept, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("kept", kept);
        parameters.put("limit", limit);
        after.ifPresent(cursor -> {
            parameters.put("afterDate", cursor.sortKey());
            parameters.put("afterId", cursor.id());
        });
        return RowJson.list(
                tx,
                SELECT + " and coalesce(k.minor >= p.excess_minor, false) = :kept"
                        + (after.isPresent()
                                ? " and (p.booking_date, p.id) > (cast(cast(:afterDate as text) as date), :afterId)"
                                : "")
                        + " order by p.booking_date, p.id limit :limit) o",
                parameters,
                Overpayment.class);
    }

    Uni<Void> keep(Tx tx, PaymentRow payment, @Nullable String note) {
        return tx.session()
                .createNativeQuery(KEEP)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("id", payment.id())
                .setParameter("minor", payment.excessMinor())
                .setParameter("note", Objects.requireNonNullElse(note, ""))
                .setParameter("actor", tx.actor())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Takes what went elsewhere off locked payments; one on no invoice goes as a whole. */
    Uni<Void> release(Tx tx, List<PaymentRow> payments, Map<UUID, Money> amounts) {
        record Released(UUID id, PaymentRow.PaymentState state, long excessMinor, long minor) {}
        if (payments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = payments.stream()
                .map(row -> {
                    long minor = amounts.get(row.id()).minor();
                    return row.invoiceId() == null
                            ? new Released(row.id(), PaymentRow.PaymentState.REFUNDED, 0, minor)
                            : new Released(row.id(), row.state(), row.excessMinor() - minor, minor);
                })
                .toList();
        return tx.session()
                .createNativeQuery(RELEASE)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", RowJson.write(rows))
                .executeUpdate()
                .replaceWithVoid();
    }
}
