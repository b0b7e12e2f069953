package org.reskontra.invoice.writeoffs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Cursor;

/** The table of write-offs. */
@ApplicationScoped
class WriteOffStore {

    private static final String PROPOSE = """
            insert into write_off (id, tenant_id, invoice_id, amount_minor, currency, reason, note, state, proposed_by)
            select r.id, :tenant, r.invoice_id, r.amount_minor, r.currency, r.reason, r.note, 'PROPOSED', :actor
            from jsonb_populate_record(cast(null as write_off), cast(cast(:row as text) as jsonb)) r
            on conflict do nothing
            returning cast(row_to_json(write_off) as text)""";

    private static final String RESIDUALS = """
            insert into write_off (id, tenant_id, invoice_id, amount_minor, currency, reason, state,
                                   booked_minor, booked_on, proposed_by, decided_by, decided_at)
            select r.id, :tenant, r.invoice_id, r.minor, r.currency, r.reason, 'BOOKED',
                   r.minor, r.booked_on, 'service', 'service', clock_timestamp()
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                id uuid, invoice_id uuid, minor bigint, currency text, reason text, booked_on date)""";

    private static final String BY_ID = """
            select cast(row_to_json(w) as text) from write_off w where tenant_id = :tenant and id = :id""";

    private static final String BY_ID_LOCKED = """
            select cast(row_to_json(w) as text) from (
                select * from write_off where tenant_id = :tenant and id = :id for update) w""";

    private static final String BOOK = """
            update write_off
            set state = 'BOOKED', booked_minor = :minor, booked_on = :on, decided_by = :actor,
                decided_at = clock_timestamp(), decision_note = nullif(cast(:note as text), ''), version = version + 1
            where tenant_id = :tenant and id = :id and state = 'PROPOSED'
            returning cast(row_to_json(write_off) as text)""";

    private static final String REJECT = """
            update write_off
            set state = 'REJECTED', decided_by = :actor, decided_at = clock_timestamp(),
                decision_note = nullif(cast(:note as text), ''), version = version + 1
            where tenant_id = :tenant and id = :id and state = 'PROPOSED'
            returning cast(row_to_json(write_off) as text)""";

    /** What a clerk wants to give up. */
    record Proposal(
            UUID id,
            UUID invoiceId,
            @Nullable Long amountMinor,
            String currency,
            WriteOffReason reason,
            @Nullable String note) {}

    /** What a payment left, written off by itself. */
    record Residual(UUID id, UUID invoiceId, long minor, String currency, WriteOffReason reason, LocalDate bookedOn) {}

    /** Null when another proposal for the invoice waits. */
    Uni<@Nullable WriteOffRow> propose(Tx tx, Proposal proposal) {
        return RowJson.single(
                tx,
                PROPOSE,
                Map.of(
                        "tenant", tx.tenantId().value(),
                        "actor", tx.actor(),
                        "row", RowJson.write(proposal)),
                WriteOffRow.class);
    }

    Uni<Void> add(Tx tx, List<Residual> residuals) {
        return tx.session()
                .createNativeQuery(RESIDUALS)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", RowJson.write(residuals))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<@Nullable WriteOffRow> find(Tx tx, WriteOffId id) {
        return RowJson.single(tx, BY_ID, Map.of("tenant", tx.tenantId().value(), "id", id.value()), WriteOffRow.class);
    }

    Uni<@Nullable WriteOffRow> lock(Tx tx, WriteOffId id) {
        return RowJson.single(
                tx, BY_ID_LOCKED, Map.of("tenant", tx.tenantId().value(), "id", id.value()), WriteOffRow.class);
    }

    Uni<WriteOffRow> book(Tx tx, WriteOffRow row, long minor, LocalDate on, @Nullable String note) {
        var parameters = decision(tx, row, note);
        parameters.put("minor", minor);
        parameters.put("on", on);
        return RowJson.single(tx, BOOK, parameters, WriteOffRow.class);
    }

    Uni<WriteOffRow> reject(Tx tx, WriteOffRow row, @Nullable String note) {
        return RowJson.single(tx, REJECT, decision(tx, row, note), WriteOffRow.class);
    }

    private static Map<String, Object> decision(Tx tx, WriteOffRow row, @Nullable String note) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("id", row.id());
        parameters.put("actor", tx.actor());
        parameters.put("note", Objects.requireNonNullElse(note, ""));
        return parameters;
    }

    /** A page of write-offs, oldest first. */
    Uni<List<WriteOffRow>> list(Tx tx, Optional<WriteOffState> state, Optional<Cursor> after, int limit) {
        var where = new StringBuilder("tenant_id = :tenant");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("limit", limit);
        // a literal, so that the planner knows the index of what waits
        state.ifPresent(wanted -> where.append(" and state = '").append(wanted).append('\''));
        after.ifPresent(cursor -> {
            where.append(" and id > :after");
            parameters.put("after", cursor.id());
        });
        return RowJson.list(
                tx,
                "select cast(row_to_json(l) as text) from (select * from write_off where " + where
                        + " order by id limit :limit) l",
                parameters,
                WriteOffRow.class);
    }
}
