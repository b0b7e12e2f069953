package org.reskontra.invoice.invoices;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.claims.History;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Cursor;

/** The table of invoices. */
@ApplicationScoped
public class InvoiceStore {

    private static final String BY_ID = """
            select cast(row_to_json(i) as text) from invoice i where tenant_id = :tenant and id = :id""";

    private static final String BY_ID_LOCKED = """
            select cast(row_to_json(i) as text) from (
                select * from invoice
                where tenant_id = :tenant
                  and id in (%s)
                order by id for update) i""".formatted(RowJson.IDS);

    private static final String BY_ID_OR_REFERENCE_LOCKED = """
            select cast(row_to_json(i) as text) from (
                select * from invoice
                where tenant_id = :tenant
                  and id in (
                      %s
                      union
                      select id from invoice
                      where tenant_id = :tenant
                        and payment_reference in (
                            select jsonb_array_elements_text(cast(cast(:references as text) as jsonb))))
                order by id for update) i""".formatted(RowJson.IDS);

    private static final String HOLDERS = """
            select cast(row_to_json(i) as text) from invoice i
            where tenant_id = :tenant and (id = :id or number = :number or payment_reference = :reference)""";

    private static final String CHANGE = """
            update invoice i
            set state = r.state, principal_minor = r.principal_minor, interest_minor = r.interest_minor,
                costs_minor = r.costs_minor, history = r.history, review = r.review, settled_on = r.settled_on,
                settled_from = r.settled_from, version = i.version + 1
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                id uuid, state text, principal_minor bigint, interest_minor bigint, costs_minor bigint,
                history jsonb, review text, settled_on date, settled_from text)
            where i.tenant_id = :tenant and i.id = r.id""";

    private static final String PLACES = """
            insert into numbering (tenant_id, last_number, last_reference)
            values (:tenant, :numbers, :references)
            on conflict (tenant_id) do update
                set last_number = numbering.last_number + excluded.last_number,
                    last_reference = numbering.last_reference + excluded.last_reference
            returning cast(json_build_object('last_number', last_number, 'last_reference', last_reference) as text)""";

    /** The last places just taken in the tenant's own series of numbers and of references. */
    record Places(long lastNumber, long lastReference) {}

    /** Columns of a list. */
    record ListRow(
            UUID id,
            String number,
            UUID customerId,
            LocalDate issueDate,
            LocalDate dueDate,
            String currency,
            long grossMinor,
            String paymentReference,
            InvoiceState state,
            long principalMinor,
            long interestMinor,
            long costsMinor) {}

    public Uni<@Nullable InvoiceRow> find(Tx tx, InvoiceId id) {
        return RowJson.single(tx, BY_ID, Map.of("tenant", tx.tenantId().value(), "id", id.value()), InvoiceRow.class);
    }

    /** The invoices with these ids, locked in the order of their ids so that nobody waits in a circle. */
    public Uni<List<InvoiceRow>> lock(Tx tx, Collection<UUID> ids) {
        return RowJson.list(
                tx, BY_ID_LOCKED, Map.of("tenant", tx.tenantId().value(), "ids", RowJson.write(ids)), InvoiceRow.class);
    }

    /** As {@link #lock(Tx, Collection)}, those with these payment references too. */
    public Uni<List<InvoiceRow>> lock(Tx tx, Collection<UUID> ids, Collection<String> references) {
        return RowJson.list(
                tx,
                BY_ID_OR_REFERENCE_LOCKED,
                Map.of(
                        "tenant", tx.tenantId().value(),
                        "ids", RowJson.write(ids),
                        "references", RowJson.write(references)),
                InvoiceRow.class);
    }

    /** Who has the id, the number or the reference of an invoice that could not be added. */
    Uni<List<InvoiceRow>> holders(Tx tx, InvoiceRow wanted) {
        return RowJson.list(
                tx,
                HOLDERS,
                Map.of(
                        "tenant", tx.tenantId().value(),
                        "id", wanted.id(),
                        "number", wanted.number(),
                        "reference", wanted.paymentReference()),
                InvoiceRow.class);
    }

    /** Adds invoices; answers the ids of those whose id, number and reference were free. */
    Uni<List<String>> add(Tx tx, List<InvoiceRow> invoices) {
        return RowJson.insertNew(tx, "invoice", "id", invoices);
    }

    /** Writes what happened to the claims of locked invoices. */
    Uni<Void> change(Tx tx, Collection<InvoiceRow> invoices) {
        record Changed(
                UUID id,
                InvoiceState state,
                long principalMinor,
                long interestMinor,
                long costsMinor,
                History history,
                @Nullable String review,
                @Nullable LocalDate settledOn,
                @Nullable InvoiceState settledFrom) {}
        var rows = invoices.stream()
                .map(row -> new Changed(
                        row.id(),
                        row.state(),
                        row.principalMinor(),
                        row.interestMinor(),
                        row.costsMinor(),
                        row.history(),
                        row.review(),
                        row.settledOn(),
                        row.settledFrom()))
                .toList();
        return tx.session()
                .createNativeQuery(CHANGE)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", RowJson.write(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Takes the next places of the tenant's series; the row stays locked, so that a rollback leaves no gap. */
    Uni<Places> takePlaces(Tx tx, int numbers, int references) {
        return RowJson.single(
                tx,
                PLACES,
                Map.of("tenant", tx.tenantId().value(), "numbers", (long) numbers, "references", (long) references),
                Places.class);
    }

    /** A page of invoices by due date; every filter may be empty. */
    Uni<List<ListRow>> list(
            Tx tx,
            Optional<UUID> customer,
            Optional<InvoiceState> state,
            Optional<LocalDate> dueBefore,
            Optional<Cursor> after,
            int limit) {
        var where = new StringBuilder("tenant_id = :tenant");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("limit", limit);
        customer.ifPresent(id -> {
            where.append(" and customer_id = :customer");
            parameters.put("customer", id);
        });
        // A literal, because a parameter cannot tell the planner which of the indexes by state holds it.
        state.ifPresent(wanted -> where.append(" and state = '").append(wanted).append('\''));
        dueBefore.ifPresent(date -> {
            where.append(" and due_date < cast(cast(:dueBefore as text) as date)");
            parameters.put("dueBefore", date.toString());
        });
        after.ifPresent(cursor -> {
            where.append(" and (due_date, id) > (cast(cast(:afterDate as text) as date), :afterId)");
            parameters.put("afterDate", cursor.sortKey());
            parameters.put("afterId", cursor.id());
        });
        return RowJson.list(
                tx,
                "select cast(row_to_json(l) as text) from (select id, number, customer_id, issue_date, due_date,"
                        + " currency, gross_minor, payment_reference, state, principal_minor, interest_minor,"
                        + " costs_minor from invoice where " + where + " order by due_date, id limit :limit) l",
                parameters,
                ListRow.class);
    }
}
