package org.reskontra.dunning.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.json.Json;

/** Rows of cases and of their journal: one statement for a whole batch, whatever its size. */
@ApplicationScoped
class CaseStore {

    /** Looks each case up on its own, so that the cost follows the batch and not the book. */
    private static final String THESE = """
            select cast(row_to_json(c) as text)
            from (select id from (%s) as asked(id) order by id) wanted
                cross join lateral (
                    select * from dunning_case where tenant_id = :tenant and invoice_id = wanted.id %s) c""";

    private static final String THESE_TO_READ = THESE.formatted(RowJson.IDS, "");
    private static final String THESE_TO_CHANGE = THESE.formatted(RowJson.IDS, "for update");

    private static final String DUE = """
            select cast(row_to_json(c) as text) from (
                select * from dunning_case
                where tenant_id = :tenant and next_action_on <= :today
                order by next_action_on, invoice_id
                limit :most for update skip locked) c""";

    private static final String UNREACHABLE = """
            select invoice_id from dunning_case
            where tenant_id = :tenant and customer_id = :customer and state = 'UNREACHABLE'
            order by invoice_id""";

    private static final String JOURNAL = """
            select cast(row_to_json(j) as text) from (
                select * from case_journal
                where tenant_id = :tenant and invoice_id = :invoice
                order by seq desc limit :most) j""";

    /** The terms of a case never change. */
    private static final String CHANGE = """
            update dunning_case c
            set version = r.version + 1, principal = r.principal, interest = r.interest, costs = r.costs,
                invoice_version = r.invoice_version, interest_through = r.interest_through,
                interest_base = r.interest_base, principal_changes = r.principal_changes,
                reminders_sent = r.reminders_sent, last_reminder_on = r.last_reminder_on, state = r.state, step = r.step,
                state_since = r.state_since, reason = r.reason, due_date_passed = r.due_date_passed,
                handed_over_on = r.handed_over_on, resumed_on = r.resumed_on, next_action_on = r.next_action_on,
                journal_length = r.journal_length
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                tenant_id uuid, invoice_id uuid, version bigint, principal bigint, interest bigint, costs bigint,
                invoice_version bigint, interest_through date, interest_base bigint, principal_changes text,
                reminders_sent integer, last_reminder_on date, state text, step integer, state_since date, reason text,
                due_date_passed boolean, handed_over_on date, resumed_on date, next_action_on date,
                journal_length integer)
            where c.tenant_id = r.tenant_id and c.invoice_id = r.invoice_id and c.version = r.version""";

    private static final String TELL = """
            insert into case_journal (tenant_id, invoice_id, seq, happened_on, event, detail)
            select tenant_id, invoice_id, seq, happened_on, event, detail
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                tenant_id uuid, invoice_id uuid, seq integer, happened_on date, event text, detail text)""";

    private static final String PAGE = """
            select cast(row_to_json(c) as text) from (
                select * from dunning_case
                where tenant_id = :tenant and invoice_id > :after %s
                order by invoice_id limit :most) c""";

    private static final String PAGE_OF_ALL = PAGE.formatted("");
    private static final String PAGE_OF_STATE = PAGE.formatted("and state = :state");

    /** Before every id there is. */
    private static final UUID BEGINNING = new UUID(0, 0);

    /** The cases there are of these invoices, locked until the transaction ends. */
    Uni<Map<InvoiceId, CaseRow>> lock(Tx tx, Collection<InvoiceId> invoices) {
        return these(tx, invoices, THESE_TO_CHANGE);
    }

    Uni<Map<InvoiceId, CaseRow>> read(Tx tx, Collection<InvoiceId> invoices) {
        return these(tx, invoices, THESE_TO_READ);
    }

    private static Uni<Map<InvoiceId, CaseRow>> these(Tx tx, Collection<InvoiceId> invoices, String sql) {
        return RowJson.list(
                        tx, sql, Map.of("tenant", tx.tenantId().value(), "ids", Json.write(invoices)), CaseRow.class)
                .map(CaseStore::byInvoice);
    }

    private static Map<InvoiceId, CaseRow> byInvoice(List<CaseRow> rows) {
        Map<InvoiceId, CaseRow> byInvoice = new HashMap<>();
        rows.forEach(row -> byInvoice.put(row.invoice(), row));
        return byInvoice;
    }

    /** Cases whose next step is due, locked; those that another replica has are left to it. */
    Uni<List<CaseRow>> lockDue(Tx tx, int most) {
        return RowJson.list(
                tx, DUE, Map.of("tenant", tx.tenantId().value(), "today", tx.today(), "most", most), CaseRow.class);
    }

    Uni<List<InvoiceId>> unreachable(Tx tx, CustomerId customer) {
        return tx.session()
                .createNativeQuery(UNREACHABLE, UUID.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("customer", customer.value())
                .getResultList()
                .map(ids -> ids.stream().map(InvoiceId::new).toList());
    }

    /** A case's newest lines, newest first. */
    Uni<List<JournalRow>> journal(Tx tx, InvoiceId invoice, int most) {
        return RowJson.list(
                tx,
                JOURNAL,
                Map.of("tenant", tx.tenantId().value(), "invoice", invoice.value(), "most", most),
                JournalRow.class);
    }

    /** Cases in the order of their invoice ids. */
    Uni<List<CaseRow>> page(Tx tx, Optional<String> state, Optional<InvoiceId> after, int most) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("after", after.map(InvoiceId::value).orElse(BEGINNING));
        parameters.put("most", most);
        state.ifPresent(wanted -> parameters.put("state", wanted));
        return RowJson.list(tx, state.isPresent() ? PAGE_OF_STATE : PAGE_OF_ALL, parameters, CaseRow.class);
    }

    /** Writes new cases, changed cases and what happened to them; a case changed by somebody else fails it all. */
    Uni<Void> save(Tx tx, List<CaseRow> added, List<CaseRow> changed, List<JournalRow> journal) {
        return RowJson.insert(tx, "dunning_case", added)
                .chain(() -> written(tx, CHANGE, changed))
                .chain(() -> written(tx, TELL, journal));
    }

    private static Uni<Void> written(Tx tx, String sql, List<?> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createNativeQuery(sql)
                .setParameter("rows", RowJson.write(rows))
                .executeUpdate()
                .invoke(written -> {
                    if (written < rows.size()) {
                        throw new IllegalStateException("a case was changed by somebody else");
                    }
                })
                .replaceWithVoid();
    }
}
