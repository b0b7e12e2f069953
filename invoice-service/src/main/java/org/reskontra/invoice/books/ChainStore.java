package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.ledger.Chain.End;
import org.reskontra.invoice.ledger.Chain.Link;
import org.reskontra.invoice.ledger.Chain.Linked;
import org.reskontra.invoice.ledger.Chain.Unlinked;
import org.reskontra.invoice.ledger.Seal;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** The chain's links, and postings as they are sealed. */
@ApplicationScoped
class ChainStore {

    /** Every column of a posting, as text that depends on no setting of a session. */
    private static final List<String> OF_POSTING = List.of(
            "cast(p.tenant_id as text)",
            "cast(p.id as text)",
            "cast(p.seq as text)",
            "cast(p.invoice_id as text)",
            "cast(p.payment_id as text)",
            "p.kind",
            "to_char(p.value_date, 'YYYY-MM-DD')",
            "to_char(p.booking_date, 'YYYY-MM-DD')",
            "cast(extract(epoch from p.known_at) as text)",
            "to_char(p.interest_through, 'YYYY-MM-DD')",
            "p.rule_id",
            "cast(p.trace as text)",
            "p.actor");

    /** Every column of an entry; those that say the same as its posting only if they do not. */
    private static final List<String> OF_ENTRY = List.of(
            """
            case when (e.tenant_id, e.value_date, e.known_at) = (p.tenant_id, p.value_date, p.known_at)
                    and e.invoice_id is not distinct from p.invoice_id
                then null else 'another posting''s' end""", "cast(e.line as text)", "cast(e.account as text)", "cast(e.minor as text)", "e.currency", "e.part");

    /** What verification seals by itself, and compares. */
    private static final String FIELDS = """
            jsonb_build_array(%s)
                || coalesce((
                    select jsonb_agg(field order by e.line, f.place)
                    from ledger_entry e, jsonb_array_elements(jsonb_build_array(%s))
                        with ordinality as f(field, place)
                    where e.posting_id = p.id), jsonb_build_array())""".formatted(String.join(", ", OF_POSTING), String.join(", ", OF_ENTRY));

    /** The {@link Seal} of the same fields, made where they are: linking reads no posting out of the database. */
    private static final String CONTENT = """
            encode(sha256(convert_to(%s || coalesce((
                select string_agg(%s, '' order by e.line)
                from ledger_entry e where e.posting_id = p.id), ''), 'UTF8')), 'hex')""".formatted(measured(OF_POSTING), measured(OF_ENTRY));

    /** Plans are kept: none that was made while the books were small may read all of them later. */
    private static final String ALONE = """
            select pg_try_advisory_xact_lock(1511, hashtext(cast(:tenant as text)))
                and set_config('enable_seqscan', 'off', true) = 'off'
                and set_config('enable_bitmapscan', 'off', true) = 'off'
                and set_config('enable_sort', 'off', true) = 'off'""";

    private static final String END = """
            select cast(row_to_json(l) as text) from (
                select position, seal from ledger_link
                where tenant_id = :tenant order by position desc limit 1) l""";

    private static final String COMPLETE_THROUGH = """
            select cast(ledger_complete_through(:tenant) as text)""";

    /**
     * Postings after the last link, in the order of links: its place is known before the index is asked, so that what is
     * linked already is not read.
     *
     * @param condition on {@code p}
     */
    private static String beyond(String condition, String limit) {
        return """
                from (
                    select coalesce(max(known_at), '-infinity') as known_at, coalesce(max(seq), 0) as seq from (
                        select known_at, seq from ledger_link
                        where tenant_id = :tenant order by position desc limit 1) end_of_chain) last
                cross join lateral (
                    select p.* from ledger_posting p
                    where p.tenant_id = :tenant and (p.known_at, p.seq) > (last.known_at, last.seq) and %s
                    order by p.known_at, p.seq limit %s) p""".formatted(condition, limit);
    }

    private static final String UNLINKED =
            """
            select cast(row_to_json(u) as text) from (
                select p.id as posting, %s as content
                %s) u""".formatted(CONTENT, beyond("p.known_at <= cast(cast(:through as text) as timestamptz)", ":limit"));

    private static final String TAIL = "select cast(count(*) as integer) " + beyond("true", ":limit");

    private static final String ADD = """
            insert into ledger_link (tenant_id, position, posting_id, known_at, seq, content, seal)
            select :tenant, r.position, r.posting, p.known_at, p.seq, decode(r.content, 'hex'), decode(r.seal, 'hex')
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                    as r(position bigint, posting uuid, content text, seal text)
            cross join lateral (select known_at, seq from ledger_posting where id = r.posting limit 1) p""";

    private static final String LINKED = """
            select cast(row_to_json(l) as text) from (
                select l.position, l.posting_id as posting, l.content, l.seal,
                       case when p.known_at = l.known_at and p.seq = l.seq then %s
                            when p.id is not null then jsonb_build_array() end as fields
                from ledger_link l
                left join ledger_posting p on p.tenant_id = l.tenant_id and p.id = l.posting_id
                where l.tenant_id = :tenant and l.position > :after
                order by l.position limit :limit) l""".formatted(FIELDS);

    private static final String SLIPPED_IN = """
            select cast(json_build_object('posting', p.id) as text)
            from (
                select coalesce(max(known_at), '-infinity') as known_at, coalesce(max(seq), 0) as seq from ledger_link
                where tenant_id = :tenant and position = :after) low
            cross join (
                select known_at, seq from ledger_link where tenant_id = :tenant and position = :through) high
            cross join lateral (
                select p.id from ledger_posting p
                where p.tenant_id = :tenant
                  and (p.known_at, p.seq) > (low.known_at, low.seq) and (p.known_at, p.seq) < (high.known_at, high.seq)
                  and not exists (
                    select from ledger_link l where l.tenant_id = :tenant and l.posting_id = p.id)
                order by p.known_at, p.seq limit 1) p""";

    /** The condition that postings older than some time, and complete, are not linked yet. */
    static String anyUnlinked(String tail) {
        return "exists (select " + beyond("p.known_at < now() - interval '" + tail + "'", "1")
                + " where p.known_at < (select ledger_complete_through(:tenant)))";
    }

    /** Each as its length in bytes, a colon and its UTF-8; null as a minus sign. */
    private static String measured(List<String> fields) {
        return fields.stream()
                .map(field -> "coalesce(octet_length(" + field + ") || ':' || " + field + ", '-')")
                .collect(Collectors.joining(" || "));
    }

    private record EndRow(long position, String seal) {}

    private record UnlinkedRow(UUID posting, String content) {}

    private record LinkRow(long position, UUID posting, String content, String seal) {}

    private record LinkedRow(
            long position,
            UUID posting,
            String content,
            String seal,
            @Nullable List<@Nullable String> fields) {}

    private record PostingRow(UUID posting) {}

    /** Whether this transaction is the tenant's only one that links. */
    Uni<Boolean> alone(Tx tx) {
        return tx.session()
                .createNativeQuery(ALONE, Boolean.class)
                .setParameter("tenant", tx.tenantId().toString())
                .getSingleResult();
    }

    /** The last link; {@link End#NONE} where there is none. */
    Uni<End> end(Tx tx) {
        return RowJson.single(tx, END, Map.of("tenant", tx.tenantId().value()), EndRow.class)
                .map(row -> row == null ? End.NONE : new End(row.position(), seal(row.seal())));
    }

    /** A link's place and seal; null where there is none. */
    Uni<@Nullable End> at(Tx tx, long position) {
        if (position == 0) {
            return Uni.createFrom().item(End.NONE);
        }
        return RowJson.single(
                        tx,
                        "select cast(row_to_json(l) as text) from (select position, seal from ledger_link"
                                + " where tenant_id = :tenant and position = :position) l",
                        Map.of("tenant", tx.tenantId().value(), "position", position),
                        EndRow.class)
                .map(row -> row == null ? null : new End(row.position(), seal(row.seal())));
    }

    /** The next postings that are not linked; none is known before them that is still to come. */
    Uni<List<Unlinked>> unlinked(Tx tx, int limit) {
        return tx.session()
                .createNativeQuery(COMPLETE_THROUGH, String.class)
                .setParameter("tenant", tx.tenantId().value())
                .getSingleResult()
                .chain(through -> RowJson.list(
                        tx,
                        UNLINKED,
                        Map.of("tenant", tx.tenantId().value(), "through", through, "limit", limit),
                        UnlinkedRow.class))
                .map(rows -> rows.stream()
                        .map(row -> new Unlinked(row.posting(), new Seal(row.content())))
                        .toList());
    }

    /** How many postings follow the last link, counted up to a limit. */
    Uni<Integer> tail(Tx tx, int limit) {
        return tx.session()
                .createNativeQuery(TAIL, Integer.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("limit", limit)
                .getSingleResult();
    }

    Uni<Void> add(Tx tx, List<Link> links) {
        var rows = links.stream()
                .map(link -> new LinkRow(
                        link.position(),
                        link.posting(),
                        link.content().hex(),
                        link.seal().hex()))
                .toList();
        return tx.session()
                .createNativeQuery(ADD)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", RowJson.write(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Links behind a position, each with what its posting is now. */
    Uni<List<Linked>> linked(Tx tx, long after, int limit) {
        return RowJson.list(
                        tx,
                        LINKED,
                        Map.of("tenant", tx.tenantId().value(), "after", after, "limit", limit),
                        LinkedRow.class)
                .map(rows -> {
                    var links = new ArrayList<Linked>();
                    for (var row : rows) {
                        links.add(new Linked(
                                new Link(row.position(), row.posting(), seal(row.content()), seal(row.seal())),
                                row.fields() == null ? null : Seal.of(row.fields())));
                    }
                    return links;
                });
    }

    /** The first posting between two links that is not linked; null where there is none. */
    Uni<@Nullable UUID> slippedIn(Tx tx, long after, long through) {
        return RowJson.single(
                        tx,
                        SLIPPED_IN,
                        Map.of("tenant", tx.tenantId().value(), "after", after, "through", through),
                        PostingRow.class)
                .map(row -> row == null ? null : row.posting());
    }

    /** From PostgreSQL's way to write bytes. */
    private static Seal seal(String bytea) {
        return new Seal(bytea.substring("\\x".length()));
    }
}
