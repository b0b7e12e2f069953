package org.reskontra.creditcheck.bookkeeping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.book.BookChange;
import org.reskontra.creditcheck.book.InvoiceEntry;
import org.reskontra.kit.db.Tx;

/** The book in the database. A handful of statements per batch, however many invoices and customers. */
@ApplicationScoped
class BookStore {

    private static final String ROWS = "json_to_recordset(cast(cast(:rows as text) as json))";

    private static final String OPEN_ACCOUNTS = "insert into customer_book (customer_id, tenant_id)"
            + " select customer_id, :tenant from " + ROWS + " as r(customer_id uuid) order by customer_id"
            + " on conflict (customer_id) do nothing";

    private static final String LOCK_ACCOUNTS = "select cast(b.customer_id as text) from " + ROWS
            + " as r(customer_id uuid) join customer_book b on b.customer_id = r.customer_id"
            + " where b.tenant_id = :tenant order by b.customer_id for update of b";

    private static final String ENTRIES = "select e.invoice_id, e.customer_id, cast(e.currency as text),"
            + " e.outstanding_minor, e.due_date, e.settled_on, e.handed_over, e.collection_closed from " + ROWS
            + " as r(invoice_id uuid) join book_entry e on e.invoice_id = r.invoice_id where e.tenant_id = :tenant";

    private static final String SAVE_ENTRIES = """
            insert into book_entry (invoice_id, tenant_id, customer_id, currency, outstanding_minor, due_date,
                                    settled_on, handed_over, collection_closed)
            select invoice_id, :tenant, customer_id, currency, outstanding_minor, due_date, settled_on, handed_over,
                   collection_closed
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r(invoice_id uuid, customer_id uuid, currency text, outstanding_minor bigint, due_date date,
                     settled_on date, handed_over boolean, collection_closed boolean)
            order by invoice_id
            on conflict (invoice_id) do update
                set currency = excluded.currency, outstanding_minor = excluded.outstanding_minor,
                    due_date = excluded.due_date, settled_on = excluded.settled_on,
                    handed_over = excluded.handed_over, collection_closed = excluded.collection_closed""";

    private static final String ADD_TOTALS = """
            update customer_book b
            set settled = b.settled + r.settled, settled_late = b.settled_late + r.settled_late,
                days_late = b.days_late + r.days_late, at_collection = b.at_collection + r.at_collection
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r(customer_id uuid, settled integer, settled_late integer, days_late bigint, at_collection integer)
            where b.customer_id = r.customer_id and b.tenant_id = :tenant""";

    private static final String ADD_EXPOSURES = """
            insert into customer_exposure as e (customer_id, currency, tenant_id, outstanding_minor)
            select customer_id, currency, :tenant, outstanding_minor
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r(customer_id uuid, currency text, outstanding_minor bigint)
            order by customer_id, currency
            on conflict (customer_id, currency) do update
                set outstanding_minor = e.outstanding_minor + excluded.outstanding_minor""";

    /** Opens the accounts of customers not heard of before, and locks them all until the transaction ends. */
    Uni<Void> lock(Tx tx, Collection<CustomerId> customers) {
        var rows = JsonNodeFactory.instance.arrayNode();
        customers.forEach(customer -> rows.addObject().put("customer_id", customer.toString()));
        return run(tx, OPEN_ACCOUNTS, rows)
                .chain(() -> tx.session()
                        .createNativeQuery(LOCK_ACCOUNTS, String.class)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("rows", rows.toString())
                        .getResultList())
                .replaceWithVoid();
    }

    /** What is known of these invoices; those not heard of are missing. Lock their customers first. */
    Uni<Map<InvoiceId, InvoiceEntry>> entries(Tx tx, Collection<InvoiceId> invoices) {
        var rows = JsonNodeFactory.instance.arrayNode();
        invoices.forEach(invoice -> rows.addObject().put("invoice_id", invoice.toString()));
        return tx.session()
                .createNativeQuery(ENTRIES, Object[].class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", rows.toString())
                .getResultList()
                .map(found -> {
                    var entries = new LinkedHashMap<InvoiceId, InvoiceEntry>();
                    found.stream().map(BookStore::entry).forEach(entry -> entries.put(entry.invoice(), entry));
                    return entries;
                });
    }

    Uni<Void> save(Tx tx, Collection<InvoiceEntry> entries, BookChange change) {
        return run(tx, SAVE_ENTRIES, rows(entries))
                .chain(() -> run(tx, ADD_TOTALS, totals(change)))
                .chain(() -> run(tx, ADD_EXPOSURES, exposures(change)));
    }

    private static ArrayNode rows(Collection<InvoiceEntry> entries) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var entry : entries) {
            var owed = entry.outstanding();
            rows.addObject()
                    .put("invoice_id", entry.invoice().toString())
                    .put("customer_id", entry.customer().toString())
                    .put("currency", owed == null ? null : owed.currency().getCurrencyCode())
                    .put("outstanding_minor", owed == null ? null : (Long) owed.minor())
                    .put("due_date", text(entry.dueDate()))
                    .put("settled_on", text(entry.settledOn()))
                    .put("handed_over", entry.handedOver())
                    .put("collection_closed", entry.collectionClosed());
        }
        return rows;
    }

    private static ArrayNode totals(BookChange change) {
        var rows = JsonNodeFactory.instance.arrayNode();
        change.totals()
                .forEach((customer, by) -> rows.addObject()
                        .put("customer_id", customer.toString())
                        .put("settled", by.settled())
                        .put("settled_late", by.settledLate())
                        .put("days_late", by.daysLate())
                        .put("at_collection", by.atCollection()));
        return rows;
    }

    private static ArrayNode exposures(BookChange change) {
        var rows = JsonNodeFactory.instance.arrayNode();
        change.exposures()
                .forEach((exposure, by) -> rows.addObject()
                        .put("customer_id", exposure.customer().toString())
                        .put("currency", exposure.currency().getCurrencyCode())
                        .put("outstanding_minor", by.minor()));
        return rows;
    }

    private static Uni<Void> run(Tx tx, String sql, ArrayNode rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createNativeQuery(sql)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("rows", rows.toString())
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static InvoiceEntry entry(Object[] row) {
        return new InvoiceEntry(
                new InvoiceId((UUID) row[0]),
                new CustomerId((UUID) row[1]),
                row[2] == null ? null : Money.of(((Number) row[3]).longValue(), (String) row[2]),
                date(row[4]),
                date(row[5]),
                (Boolean) row[6],
                (Boolean) row[7]);
    }

    private static @Nullable LocalDate date(@Nullable Object column) {
        return column instanceof Date sql ? sql.toLocalDate() : (LocalDate) column;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
