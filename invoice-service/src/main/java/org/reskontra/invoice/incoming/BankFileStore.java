package org.reskontra.invoice.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.BankFormat;
import org.reskontra.invoice.bankfiles.Entry;
import org.reskontra.invoice.matching.Candidate;
import org.reskontra.invoice.matching.Clue;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Cursor;

/** The tables of files of a bank. */
@ApplicationScoped
class BankFileStore {

    private static final String FILES = """
            select id, fingerprint, format, bank_id, accounts, sums, not_booked, state, total, done, failure
            from bank_file where tenant_id = :tenant""";

    private static final String ADD = """
            insert into bank_file (id, tenant_id, fingerprint, format, bank_id, accounts, sums, not_booked,
                                   state, total, done)
            select r.id, :tenant, r.fingerprint, r.format, r.bank_id, r.accounts, r.sums, r.not_booked,
                   r.state, r.total, r.done
            from jsonb_populate_record(cast(null as bank_file), cast(cast(:row as text) as jsonb)) r
            on conflict (tenant_id, fingerprint) do nothing""";

    /** The oldest file only, so that two files of one movement are never taken in side by side. */
    private static final String TAKE = """
            select id from bank_file
            where tenant_id = :tenant and id = (
                select id from bank_file where tenant_id = :tenant and state in ('QUEUED', 'RUNNING')
                order by id limit 1)
            for update skip locked""";

    /**
     * A statement of its own, once the file is locked: one that also locks may see the file as another left it, and yet
     * its entries as they were before.
     */
    private static final String NEXT = """
            select cast(row_to_json(n) as text) from (
                select f.id, c.position, c.entries as "left"
                from bank_file f
                left join lateral (
                    select position, entries from bank_file_chunk
                    where file_id = f.id order by position limit 1) c on true
                where f.tenant_id = :tenant and f.id = :id and f.state in ('QUEUED', 'RUNNING')) n""";

    private static final String PROGRESS = """
            update bank_file
            set done = done + :done, state = case when done + :done >= total then 'DONE' else 'RUNNING' end
            where tenant_id = :tenant and id = :id""";

    private static final String BOOKED_BEFORE = """
            select distinct e.identity
            from jsonb_array_elements_text(cast(cast(:identities as text) as jsonb)) t(identity)
            join bank_entry e on e.tenant_id = :tenant and e.identity = t.identity and e.file_id <> :file
                and e.outcome not in ('REFUSED', 'BOOKED_BEFORE')""";

    private static final String CANDIDATES = """
            select cast(row_to_json(c) as text) from (
                select t.text, i.by, i.id as invoice, i.currency, i.owed_minor
                from jsonb_array_elements_text(cast(cast(:texts as text) as jsonb)) t(text)
                cross join lateral (
                    select 'REFERENCE' as by, id, currency, principal_minor + interest_minor + costs_minor as owed_minor
                    from invoice where tenant_id = :tenant and payment_reference = t.text
                    union all
                    select 'NUMBER', id, currency, principal_minor + interest_minor + costs_minor
                    from invoice where tenant_id = :tenant and number = t.text) i) c""";

    private static final String NOW = """
            case when e.outcome = 'WORK_LIST' and p.state = 'BOOKED' then 'MATCHED'
                 when e.outcome = 'MATCHED' and p.state = 'UNMATCHED' then 'WORK_LIST'
                 else e.outcome end""";

    /** What was cut off a payment since is told apart from what is left of it. */
    private static final String MONEY = """
            select cast(row_to_json(m) as text) from (
                select outcome, currency, sum(minor) as minor
                from (
                    select %s as outcome, e.currency, coalesce(p.amount_minor, e.amount_minor) as minor
                    from bank_entry e left join payment p on p.tenant_id = e.tenant_id and p.id = e.payment_id
                    where e.tenant_id = :tenant and e.file_id = :id
                    union all
                    select %s, e.currency, p.amount_minor
                    from bank_entry e join payment p on p.tenant_id = e.tenant_id and p.part_of = e.payment_id
                    where e.tenant_id = :tenant and e.file_id = :id) pieces
                group by 1, 2) m""".formatted(NOW, NOW);

    private static final String ENTRIES = """
            select e.number, e.share, e.kind, e.amount_minor, e.currency, e.said, %s as outcome, e.why,
                   e.score, e.clues, e.payment_id, p.invoice_id
            from bank_entry e left join payment p on p.tenant_id = e.tenant_id and p.id = e.payment_id
            where e.tenant_id = :tenant and e.file_id = :id""".formatted(NOW);

    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    record FileRow(
            UUID id,
            String fingerprint,
            BankFormat format,
            String bankId,
            List<String> accounts,
            List<Money> sums,
            int notBooked,
            State state,
            int total,
            int done,
            @Nullable String failure) {}

    /**
     * The next entries of the oldest file under way.
     *
     * @param position null when none is left, as after a file was sent again that had only its end to come
     */
    record Chunk(
            UUID id, @Nullable Integer position, @Nullable List<Entry> left) {

        List<Entry> entries() {
            return left == null ? List.of() : left;
        }
    }

    /** An entry or a share of it, and what became of it. */
    record EntryRow(
            UUID fileId,
            int number,
            int share,
            UUID tenantId,
            String identity,
            int part,
            Entry.Kind kind,
            long amountMinor,
            Currency currency,
            Entry said,
            Outcome outcome,
            String why,
            @Nullable UUID paymentId,
            @Nullable Integer score,
            @Nullable List<Clue> clues) {}

    /** The same on its way out. */
    record ListRow(
            int number,
            int share,
            Entry.Kind kind,
            long amountMinor,
            Currency currency,
            Entry said,
            Outcome outcome,
            String why,
            @Nullable UUID paymentId,
            @Nullable UUID invoiceId,
            @Nullable Integer score,
            @Nullable List<Clue> clues) {}

    record OutcomeMoney(Outcome outcome, Currency currency, long minor) {}

    /** Adds a file; answers whether its content was not there yet. */
    Uni<Boolean> add(Tx tx, FileRow file) {
        return tx.session()
                .createNativeQuery(ADD)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("row", RowJson.write(file))
                .executeUpdate()
                .map(added -> added == 1);
    }

    Uni<Void> addChunk(Tx tx, UUID file, int position, List<Entry> entries) {
        record ChunkRow(UUID fileId, int position, UUID tenantId, List<Entry> entries) {}
        return RowJson.insert(
                tx,
                "bank_file_chunk",
                List.of(new ChunkRow(file, position, tx.tenantId().value(), entries)));
    }

    Uni<@Nullable FileRow> file(Tx tx, UUID id) {
        return file(tx, "id = :id", Map.of("tenant", tx.tenantId().value(), "id", id));
    }

    Uni<@Nullable FileRow> fileLike(Tx tx, String fingerprint) {
        return file(
                tx, "fingerprint = :fingerprint", Map.of("tenant", tx.tenantId().value(), "fingerprint", fingerprint));
    }

    private static Uni<@Nullable FileRow> file(Tx tx, String where, Map<String, ?> parameters) {
        return RowJson.single(
                tx,
                "select cast(row_to_json(f) as text) from (" + FILES + " and " + where + ") f",
                parameters,
                FileRow.class);
    }

    Uni<@Nullable Chunk> next(Tx tx) {
        return tx.session()
                .createNativeQuery(TAKE, UUID.class)
                .setParameter("tenant", tx.tenantId().value())
                .getSingleResultOrNull()
                .chain(id -> id == null
                        ? Uni.createFrom().nullItem()
                        : RowJson.single(
                                tx, NEXT, Map.of("tenant", tx.tenantId().value(), "id", id), Chunk.class));
    }

    /** Those of the movements that another file has brought in. */
    Uni<Set<String>> bookedBefore(Tx tx, UUID file, Collection<String> identities) {
        return tx.session()
                .createNativeQuery(BOOKED_BEFORE, String.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("file", file)
                .setParameter("identities", RowJson.write(identities))
                .getResultList()
                .map(HashSet::new);
    }

    /** The invoices that carry one of the texts as payment reference or as number. */
    Uni<List<Candidate>> candidates(Tx tx, Collection<String> texts) {
        record CandidateRow(String text, Candidate.By by, UUID invoice, Currency currency, long owedMinor) {}
        return texts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : RowJson.list(
                                tx,
                                CANDIDATES,
                                Map.of("tenant", tx.tenantId().value(), "texts", RowJson.write(texts)),
                                CandidateRow.class)
                        .map(rows -> rows.stream()
                                .map(row -> new Candidate(
                                        row.text(),
                                        row.by(),
                                        row.invoice(),
                                        new Money(row.owedMinor(), row.currency())))
                                .toList());
    }

    /** Takes a chunk off, with what became of it. */
    Uni<Void> done(Tx tx, Chunk chunk, List<EntryRow> rows) {
        return RowJson.insert(tx, "bank_entry", rows)
                .chain(() -> chunk.position() == null
                        ? Uni.createFrom().item(0)
                        : tx.session()
                                .createNativeQuery("delete from bank_file_chunk"
                                        + " where tenant_id = :tenant and file_id = :id and position = :position")
                                .setParameter("tenant", tx.tenantId().value())
                                .setParameter("id", chunk.id())
                                .setParameter("position", chunk.position())
                                .executeUpdate())
                .chain(() -> tx.session()
                        .createNativeQuery(PROGRESS)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("id", chunk.id())
                        .setParameter("done", chunk.entries().size())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Stops a file that breaks the work itself: what is in stays in, and the rest waits until it is sent again. */
    Uni<Void> fail(Tx tx, String failure) {
        return tx.session()
                .createNativeQuery("""
                        update bank_file set state = 'FAILED', failure = :failure
                        where id = (select id from bank_file
                                    where tenant_id = :tenant and state in ('QUEUED', 'RUNNING')
                                    order by id limit 1)""")
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("failure", failure)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> resume(Tx tx, UUID file) {
        return tx.session()
                .createNativeQuery("update bank_file set state = 'RUNNING', failure = null"
                        + " where tenant_id = :tenant and id = :id and state = 'FAILED'")
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("id", file)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The condition that a file is under way. */
    static final String UNDER_WAY =
            "exists (select from bank_file where tenant_id = :tenant and state in ('QUEUED', 'RUNNING'))";

    /** What the entries of a file that are in come to, by what has become of them. */
    Uni<List<OutcomeMoney>> money(Tx tx, UUID file) {
        return RowJson.list(tx, MONEY, Map.of("tenant", tx.tenantId().value(), "id", file), OutcomeMoney.class);
    }

    /** A page of a file's entries in their order. */
    Uni<List<ListRow>> entries(Tx tx, UUID file, Optional<Outcome> outcome, Optional<Place> after, int limit) {
        var where = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("id", file);
        parameters.put("limit", limit);
        outcome.ifPresent(wanted -> {
            where.append(" and ").append(NOW).append(" = :outcome");
            parameters.put("outcome", wanted.name());
        });
        after.ifPresent(place -> {
            where.append(" and (e.number, e.share) > (:number, :share)");
            parameters.put("number", place.number());
            parameters.put("share", place.share());
        });
        return RowJson.list(
                tx,
                "select cast(row_to_json(l) as text) from (" + ENTRIES + where
                        + " order by e.number, e.share limit :limit) l",
                parameters,
                ListRow.class);
    }

    /** Where a page ended. */
    record Place(int number, int share) {

        static Cursor cursor(UUID file, ListRow row) {
            return new Cursor(row.number() + "/" + row.share(), file);
        }

        /** Reads a cursor; an {@link IllegalArgumentException} for what {@link #cursor} never made. */
        static Place of(Cursor cursor) {
            var parts = cursor.sortKey().split("/");
            if (parts.length != 2) {
                throw new IllegalArgumentException("a place has two parts");
            }
            return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
