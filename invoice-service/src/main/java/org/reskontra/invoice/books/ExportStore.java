package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.rulebook.ClaimPart;

/** Reads the books by the day they are booked on, up to a place in the chain. */
@ApplicationScoped
class ExportStore {

    private static final String LINKED = """
            join ledger_link l on l.tenant_id = p.tenant_id and l.posting_id = p.id and l.position <= :through""";

    private static final String PAGE = """
            select cast(row_to_json(x) as text) from (
                select l.position, p.seq, p.id, p.kind, p.value_date, p.booking_date, p.known_at, p.actor, p.rule_id,
                       p.payment_id, i.number as invoice_number,
                       (select json_agg(json_build_object('account', e.account, 'minor', e.minor,
                                'currency', e.currency, 'part', e.part) order by e.line)
                        from ledger_entry e where e.posting_id = p.id) as entries
                from ledger_posting p
                %s
                left join invoice i on i.id = p.invoice_id
                where p.tenant_id = :tenant and (p.booking_date, p.seq) > (:day, :seq) and p.booking_date <= :to
                order by p.booking_date, p.seq limit :limit) x""".formatted(LINKED);

    private static final String BALANCES = """
            select cast(row_to_json(b) as text) from (
                select e.account, coalesce(sum(e.minor) filter (where p.booking_date < :year), 0) as opening,
                       coalesce(sum(e.minor) filter (where p.booking_date >= :year), 0) as change
                from ledger_posting p
                %s
                join ledger_entry e on e.posting_id = p.id
                where p.tenant_id = :tenant and p.booking_date <= :to and e.currency = :currency
                group by e.account) b""".formatted(LINKED);

    record EntryRow(
            int account,
            long minor,
            String currency,
            @Nullable ClaimPart part) {}

    record PostingRow(
            long position,
            long seq,
            UUID id,
            String kind,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant knownAt,
            String actor,
            @Nullable String ruleId,
            @Nullable UUID paymentId,
            @Nullable String invoiceNumber,
            List<EntryRow> entries) {}

    record BalanceRow(int account, long opening, long change) {}

    /** Where a page ended. */
    record Place(LocalDate day, long seq) {

        static Place before(LocalDate from) {
            return new Place(from.minusDays(1), Long.MAX_VALUE);
        }
    }

    Uni<List<PostingRow>> page(Tx tx, Place after, LocalDate to, long through, int limit) {
        return RowJson.list(
                tx,
                PAGE,
                Map.of(
                        "tenant",
                        tx.tenantId().value(),
                        "day",
                        after.day(),
                        "seq",
                        after.seq(),
                        "to",
                        to,
                        "through",
                        through,
                        "limit",
                        limit),
                PostingRow.class);
    }

    /** Accounts that anything was ever booked on, up to a day. */
    Uni<List<BalanceRow>> balances(Tx tx, LocalDate year, LocalDate to, String currency, long through) {
        return RowJson.list(
                tx,
                BALANCES,
                Map.of(
                        "tenant",
                        tx.tenantId().value(),
                        "year",
                        year,
                        "to",
                        to,
                        "currency",
                        currency,
                        "through",
                        through),
                BalanceRow.class);
    }
}
