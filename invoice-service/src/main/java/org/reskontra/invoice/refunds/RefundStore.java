package org.reskontra.invoice.refunds;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Cursor;

/** The tables of refunds and of the files they go with. */
@ApplicationScoped
class RefundStore {

    private static final String PROPOSE = """
            insert into refund (id, tenant_id, payment_id, amount_minor, currency, creditor_name, creditor_iban,
                                creditor_bankgiro, note, state, proposed_by)
            select r.id, :tenant, r.payment_id, r.amount_minor, r.currency, r.creditor_name, r.creditor_iban,
                   r.creditor_bankgiro, r.note, 'PROPOSED', :actor
            from jsonb_populate_record(cast(null as refund), cast(cast(:row as text) as jsonb)) r
            on conflict do nothing
            returning cast(row_to_json(refund) as text)""";

    private static final String BY_ID = """
            select cast(row_to_json(r) as text) from refund r where tenant_id = :tenant and id = :id""";

    private static final String BY_ID_LOCKED = """
            select cast(row_to_json(r) as text) from (
                select * from refund where tenant_id = :tenant and id = :id for update) r""";

    private static final String DECIDE = """
            update refund
            set state = :state, decided_by = :actor, decided_at = clock_timestamp(),
                decision_note = nullif(cast(:note as text), ''), version = version + 1
            where tenant_id = :tenant and id = :id and state in ('PROPOSED', 'APPROVED')
            returning cast(row_to_json(refund) as text)""";

    private static final String APPROVED = """
            select cast(row_to_json(a) as text) from (
                select r.* from refund r join payment p on p.tenant_id = r.tenant_id and p.id = r.payment_id
                where r.tenant_id = :tenant and r.state = 'APPROVED' and r.currency = :currency
                  and p.booking_date <= :on
                order by r.id limit :limit
                for update of r skip locked) a""";

    private static final String ADD_FILE = """
            insert into refund_file (id, tenant_id, message_id, execution_date, refunds, sum_minor, currency, content,
                                     made_by, made_at)
            select f.id, :tenant, f.message_id, f.execution_date, f.refunds, f.sum_minor, f.currency, f.content,
                   f.made_by, f.made_at
            from jsonb_populate_record(cast(null as refund_file), cast(cast(:row as text) as jsonb)) f""";

    private static final String PUT_IN_FILE = """
            update refund set state = 'IN_FILE', file_id = :file, version = version + 1
            where tenant_id = :tenant and state = 'APPROVED' and id in (%s)""".formatted(RowJson.IDS);

    private static final String LAPSE = """
            update refund set state = 'LAPSED', version = version + 1
            where tenant_id = :tenant and state = 'APPROVED' and id in (%s)""".formatted(RowJson.IDS);

    private static final String FILE_COLUMNS =
            "id, message_id, execution_date, refunds, sum_minor, currency, made_by, made_at";

    /** What a clerk wants to go back. */
    record Proposal(
            UUID id,
            UUID paymentId,
            long amountMinor,
            String currency,
            String creditorName,
            @Nullable String creditorIban,
            @Nullable String creditorBankgiro,
            @Nullable String note) {}

    /** A file as it was made, without its content. */
    record FileRow(
            UUID id,
            String messageId,
            LocalDate executionDate,
            int refunds,
            long sumMinor,
            Currency currency,
            String madeBy,
            Instant madeAt) {

        Money sum() {
            return new Money(sumMinor, currency);
        }
    }

    /** Null when another refund of the payment is under way. */
    Uni<@Nullable RefundRow> propose(Tx tx, Proposal proposal) {
        return RowJson.single(
                tx,
                PROPOSE,
                Map.of(
                        "tenant", tx.tenantId().value(),
                        "actor", tx.actor(),
                        "row", RowJson.write(proposal)),
                RefundRow.class);
    }

    Uni<@Nullable RefundRow> find(Tx tx, RefundId id) {
        return RowJson.single(tx, BY_ID, Map.of("tenant", tx.tenantId().value(), "id", id.value()), RefundRow.class);
    }

    Uni<@Nullable RefundRow> lock(Tx tx, RefundId id) {
        return RowJson.single(
                tx, BY_ID_LOCKED, Map.of("tenant", tx.tenantId().value(), "id", id.value()), RefundRow.class);
    }

    Uni<RefundRow> decide(Tx tx, RefundRow row, RefundState state, @Nullable String note) {
        return RowJson.single(
                tx,
                DECIDE,
                Map.of(
                        "tenant", tx.tenantId().value(),
                        "id", row.id(),
                        "state", state.name(),
                        "actor", tx.actor(),
                        "note", Objects.requireNonNullElse(note, "")),
                RefundRow.class);
    }

    /** Approved refunds of money that is on the account by that day, oldest first, locked. */
    Uni<List<RefundRow>> approved(Tx tx, Currency currency, LocalDate on, int limit) {
        return RowJson.list(
                tx,
                APPROVED,
                Map.of(
                        "tenant",
                        tx.tenantId().value(),
                        "currency",
                        currency.getCurrencyCode(),
                        "on",
                        on,
                        "limit",
                        limit),
                RefundRow.class);
    }

    Uni<Void> add(Tx tx, FileRow file, String content, Collection<UUID> refunds) {
        record WithContent(
                UUID id,
                String messageId,
                LocalDate executionDate,
                int refunds,
                long sumMinor,
                Currency currency,
                String madeBy,
                Instant madeAt,
                String content) {}
        var row = new WithContent(
                file.id(),
                file.messageId(),
                file.executionDate(),
                file.refunds(),
                file.sumMinor(),
                file.currency(),
                file.madeBy(),
                file.madeAt(),
                content);
        return tx.session()
                .createNativeQuery(ADD_FILE)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("row", RowJson.write(row))
                .executeUpdate()
                .chain(() -> tx.session()
                        .createNativeQuery(PUT_IN_FILE)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("file", file.id())
                        .setParameter("ids", RowJson.write(refunds))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> lapse(Tx tx, Collection<UUID> refunds) {
        return refunds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createNativeQuery(LAPSE)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("ids", RowJson.write(refunds))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    Uni<@Nullable FileRow> file(Tx tx, RefundId id) {
        return RowJson.single(
                tx,
                "select cast(row_to_json(f) as text) from (select " + FILE_COLUMNS
                        + " from refund_file where tenant_id = :tenant and id = :id) f",
                Map.of("tenant", tx.tenantId().value(), "id", id.value()),
                FileRow.class);
    }

    Uni<@Nullable String> content(Tx tx, RefundId id) {
        return tx.session()
                .createNativeQuery(
                        "select content from refund_file where tenant_id = :tenant and id = :id", String.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("id", id.value())
                .getSingleResultOrNull();
    }

    /** A page of files, oldest first. */
    Uni<List<FileRow>> files(Tx tx, Optional<Cursor> after, int limit) {
        return page(
                tx,
                "select " + FILE_COLUMNS + " from refund_file where tenant_id = :tenant",
                after,
                limit,
                FileRow.class);
    }

    /** A page of refunds, oldest first. */
    Uni<List<RefundRow>> list(Tx tx, Optional<RefundState> state, Optional<Cursor> after, int limit) {
        // a literal, so that the planner knows the index of what waits
        var where = state.map(wanted -> " and state = '" + wanted + "'").orElse("");
        return page(tx, "select * from refund where tenant_id = :tenant" + where, after, limit, RefundRow.class);
    }

    private static <T> Uni<List<T>> page(Tx tx, String select, Optional<Cursor> after, int limit, Class<T> type) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("limit", limit);
        after.ifPresent(cursor -> parameters.put("after", cursor.id()));
        return RowJson.list(
                tx,
                "select cast(row_to_json(l) as text) from (" + select + (after.isPresent() ? " and id > :after" : "")
                        + " order by id limit :limit) l",
                parameters,
                type);
    }
}
