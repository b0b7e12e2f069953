package org.reskontra.invoice.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.json.Json;
import org.reskontra.rulebook.ClaimPart;

/** The ledger's tables. They are added to and read, never changed. */
@ApplicationScoped
public class LedgerStore {

    private static final String ADD = """
            with opened as materialized (
                select ledger_instant() as known_at, ledger_first_open_day() as first_open_day
            ), posting as (
                insert into ledger_posting (id, tenant_id, invoice_id, payment_id, kind, value_date, booking_date,
                                            known_at, interest_through, rule_id, trace, actor)
                select id, :tenant, invoice_id, payment_id, kind, value_date,
                       greatest(booking_date, first_open_day), known_at, interest_through, rule_id, trace, actor
                from opened, jsonb_to_recordset(cast(cast(:postings as text) as jsonb)) as added(
                    id uuid, invoice_id uuid, payment_id uuid, kind text, value_date date, booking_date date,
                    interest_through date, rule_id text, trace jsonb, actor text)
            )
            insert into ledger_entry
                (posting_id, line, tenant_id, invoice_id, value_date, known_at, account, minor, currency, part)
            select posting_id, line, :tenant, invoice_id, value_date, known_at, account, minor, currency, part
            from opened, jsonb_to_recordset(cast(cast(:entries as text) as jsonb)) as added(
                posting_id uuid, line smallint, invoice_id uuid, value_date date,
                account integer, minor bigint, currency text, part text)""";

    private record EntryRow(
            UUID postingId,
            int line,
            @Nullable UUID invoiceId,
            LocalDate valueDate,
            int account,
            long minor,
            String currency,
            @Nullable ClaimPart part) {}

    private record PostingRow(
            UUID id,
            @Nullable UUID invoiceId,
            @Nullable UUID paymentId,
            String kind,
            LocalDate valueDate,
            LocalDate bookingDate,
            @Nullable LocalDate interestThrough,
            @Nullable String ruleId,
            @Nullable JsonNode trace,
            String actor) {}

    /** Whether the month of a day is locked; if it is not, it is not before this transaction ends either. */
    public Uni<Boolean> isLocked(Tx tx, LocalDate day) {
        return tx.session()
                .createNativeQuery("select ledger_first_open_day() > :day", Boolean.class)
                .setParameter("day", day)
                .getSingleResult();
    }

    /** Writes postings in their order, all with one statement. */
    public Uni<Void> add(Tx tx, List<Booking> bookings) {
        if (bookings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var postings = new ArrayList<PostingRow>();
        var entries = new ArrayList<EntryRow>();
        for (var booking : bookings) {
            var posting = row(tx, booking);
            postings.add(posting);
            addEntries(posting, booking.posting(), entries);
        }
        return tx.session()
                .createNativeQuery(ADD)
                .setParameter("postings", RowJson.write(postings))
                .setParameter("entries", RowJson.write(entries))
                .setParameter("tenant", tx.tenantId().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static PostingRow row(Tx tx, Booking booking) {
        var posting = booking.posting();
        return new PostingRow(
                Ids.next(),
                booking.invoice(),
                booking.payment(),
                posting.kind().name(),
                posting.on(),
                booking.bookedOn(),
                booking.interestThrough(),
                booking.ruleId(),
                // kept as it looks on the wire
                booking.calculation() == null ? null : Json.events().valueToTree(booking.calculation()),
                booking.actor() == null ? tx.actor() : booking.actor());
    }

    private static void addEntries(PostingRow row, Posting posting, List<EntryRow> entries) {
        int line = 0;
        for (var entry : posting.entries()) {
            line++;
            entries.add(new EntryRow(
                    row.id(),
                    line,
                    row.invoiceId(),
                    row.valueDate(),
                    entry.account().number(),
                    entry.amount().minor(),
                    entry.amount().currency().getCurrencyCode(),
                    entry.part().orElse(null)));
        }
    }
}
