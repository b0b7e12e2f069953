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
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.json.Json;

/** Rows of cases and of their journal: one statement for a whole batch, whatever its size. */
@ApplicationScoped
class CaseStore {

    private static final int STATEMENT_BATCH = 500;

    private static final String THESE = """
            select c.* from dunning_case c
            where c.tenant_id = :tenant
              and c.invoice_id in (select cast(value as uuid) from json_array_elements_text(cast(cast(:ids as text) as json)))
            order by c.invoice_id""";

    private static final String DUE = """
            select c.* from dunning_case c
            where c.tenant_id = :tenant and c.next_action_on <= :today
            order by c.next_action_on, c.invoice_id
            limit :most for update skip locked""";

    private static final String ANY_DUE = """
            select exists (select from dunning_case where tenant_id = :tenant and next_action_on <= :today)""";

    private static final String UNREACHABLE = """
            select invoice_id from dunning_case
            where tenant_id = :tenant and customer_id = :customer and state = 'UNREACHABLE'
            order by invoice_id""";

    private static final String JOURNAL = """
            select j.* from case_journal j
            where j.tenant_id = :tenant and j.invoice_id = :invoice
            order by j.seq desc limit :most""";

    private static final String PAGE = """
            select c.* from dunning_case c
            where c.tenant_id = :tenant and c.invoice_id > :after %s
            order by c.invoice_id limit :most""";

    private static final String PAGE_OF_ALL = PAGE.formatted("");
    private static final String PAGE_OF_STATE = PAGE.formatted("and c.state = :state");

    /** Before every id there is. */
    private static final UUID BEGINNING = new UUID(0, 0);

    /** The cases there are of these invoices, locked until the transaction ends. */
    Uni<Map<InvoiceId, CaseRow>> lock(Tx tx, Collection<InvoiceId> invoices) {
        return these(tx, invoices, THESE + " for update");
    }

    Uni<Map<InvoiceId, CaseRow>> read(Tx tx, Collection<InvoiceId> invoices) {
        return these(tx, invoices, THESE);
    }

    private static Uni<Map<InvoiceId, CaseRow>> these(Tx tx, Collection<InvoiceId> invoices, String sql) {
        return tx.session()
                .createNativeQuery(sql, CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("ids", Json.write(invoices))
                .getResultList()
                .map(CaseStore::byInvoice);
    }

    private static Map<InvoiceId, CaseRow> byInvoice(List<CaseRow> rows) {
        Map<InvoiceId, CaseRow> byInvoice = new HashMap<>();
        rows.forEach(row -> byInvoice.put(row.invoice(), row));
        return byInvoice;
    }

    /** Cases whose next step is due, locked; those that another replica has are left to it. */
    Uni<List<CaseRow>> lockDue(Tx tx, int most) {
        return tx.session()
                .createNativeQuery(DUE, CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("today", tx.today())
                .setParameter("most", most)
                .getResultList();
    }

    Uni<Boolean> anyDue(Tx tx) {
        return tx.session()
                .createNativeQuery(ANY_DUE, Boolean.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("today", tx.today())
                .getSingleResult();
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
        return tx.session()
                .createNativeQuery(JOURNAL, JournalRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("invoice", invoice.value())
                .setParameter("most", most)
                .getResultList();
    }

    /** Cases in the order of their invoice ids. */
    Uni<List<CaseRow>> page(Tx tx, Optional<String> state, Optional<InvoiceId> after, int most) {
        var page = tx.session()
                .createNativeQuery(state.isPresent() ? PAGE_OF_STATE : PAGE_OF_ALL, CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("after", after.map(InvoiceId::value).orElse(BEGINNING))
                .setParameter("most", most);
        return state.map(wanted -> page.setParameter("state", wanted))
                .orElse(page)
                .getResultList();
    }

    /** Writes new cases, changed cases and what happened to them; a case changed by somebody else fails it all. */
    Uni<Void> save(Tx tx, List<CaseRow> added, List<CaseRow> changed, List<JournalRow> journal) {
        return inserted(tx, added)
                .chain(() -> changed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.session().updateAll(STATEMENT_BATCH, changed.toArray()))
                .chain(() -> inserted(tx, journal));
    }

    private static Uni<Void> inserted(Tx tx, List<?> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : tx.session().insertAll(STATEMENT_BATCH, rows.toArray());
    }
}
