package org.reskontra.invoice.creditnotes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.invoice.creditnotes.CreditNoteRow.Content;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Cursor;

/** The table of credit notes. They are added to and read, never changed. */
@ApplicationScoped
class CreditNoteStore {

    private static final String NEXT_PLACE = """
            insert into numbering (tenant_id, last_number, last_reference, last_credit_note)
            values (:tenant, 0, 0, 1)
            on conflict (tenant_id) do update set last_credit_note = numbering.last_credit_note + 1
            returning last_credit_note""";

    private static final String ADD = """
            insert into credit_note (id, tenant_id, invoice_id, number, issue_date, reason, note, currency, net_minor,
                                     vat_minor, rounding_minor, gross_minor, content, issued_by)
            select r.id, :tenant, r.invoice_id, r.number, r.issue_date, r.reason, r.note, r.currency, r.net_minor,
                   r.vat_minor, r.rounding_minor, r.gross_minor, r.content, :actor
            from jsonb_populate_record(cast(null as credit_note), cast(cast(:row as text) as jsonb)) r""";

    private static final String NOTES = """
            select c.*, i.number as invoice_number, i.issue_date as invoice_issue_date
            from credit_note c join invoice i on i.id = c.invoice_id
            where c.tenant_id = :tenant""";

    private static final String BY_ID = "select cast(row_to_json(n) as text) from (" + NOTES + " and c.id = :id) n";

    /** A credit note to add. */
    record New(
            UUID id,
            UUID invoiceId,
            String number,
            LocalDate issueDate,
            CreditReason reason,
            @Nullable String note,
            String currency,
            long netMinor,
            long vatMinor,
            long roundingMinor,
            long grossMinor,
            Content content) {}

    /** Takes the next place of the tenant's series; the row stays locked, so that a rollback leaves no gap. */
    Uni<Long> takePlace(Tx tx) {
        return tx.session()
                .createNativeQuery(NEXT_PLACE, Long.class)
                .setParameter("tenant", tx.tenantId().value())
                .getSingleResult();
    }

    Uni<Void> add(Tx tx, New note) {
        return tx.session()
                .createNativeQuery(ADD)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("actor", tx.actor())
                .setParameter("row", RowJson.write(note))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<@Nullable CreditNoteRow> find(Tx tx, CreditNoteId id) {
        return RowJson.single(
                tx, BY_ID, Map.of("tenant", tx.tenantId().value(), "id", id.value()), CreditNoteRow.class);
    }

    /** The credit notes of an invoice, oldest first. */
    Uni<List<CreditNoteRow>> of(Tx tx, UUID invoice, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("invoice", invoice);
        parameters.put("limit", limit);
        var where = new StringBuilder(" and c.invoice_id = :invoice");
        after.ifPresent(cursor -> {
            where.append(" and c.id > :after");
            parameters.put("after", cursor.id());
        });
        return RowJson.list(
                tx,
                "select cast(row_to_json(n) as text) from (" + NOTES + where + " order by c.id limit :limit) n",
                parameters,
                CreditNoteRow.class);
    }
}
