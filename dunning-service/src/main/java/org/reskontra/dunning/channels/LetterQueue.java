package org.reskontra.dunning.channels;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.kit.Ids;
import org.reskontra.kit.clock.BusinessClock;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.json.Json;

/** Letters that wait to be sent, and those that were: rows of table {@code letter}. */
@ApplicationScoped
public class LetterQueue {

    private static final int STATEMENT_BATCH = 500;

    /** A sender takes letters for a while; when it has not come back by then, another may take them. */
    private static final String CLAIM = """
            with due as materialized (
                select tenant_id, letter_id from letter
                where tenant_id = :tenant and next_attempt_at <= :now
                order by next_attempt_at limit :most for update skip locked)
            update letter l
            set state = 'SENDING', attempts = l.attempts + 1, next_attempt_at = :until
            from due where l.tenant_id = due.tenant_id and l.letter_id = due.letter_id
            returning l.*""";

    private static final String THESE = """
            select l.* from letter l
            where l.tenant_id = :tenant
              and l.letter_id in (%s)
            order by l.letter_id for update""".formatted(RowJson.IDS);

    private static final String NEXT = """
            select cast(extract(epoch from min(next_attempt_at) - cast(:now as timestamptz)) * 1000 as bigint)
            from letter where tenant_id = :tenant and next_attempt_at is not null""";

    /** The condition that a letter is on its way. */
    static final String ANY = "exists (select from letter where tenant_id = :tenant and next_attempt_at is not null)";

    private static final String ONE = """
            select l.* from letter l where l.tenant_id = :tenant and l.letter_id = :letter""";

    private static final String OF_INVOICE = """
            select l.* from letter l
            where l.tenant_id = :tenant and l.invoice_id = :invoice
              and l.letter_id > :after
            order by l.letter_id limit :most""";

    /** Before every id there is. */
    private static final UUID BEGINNING = new UUID(0, 0);

    private final BusinessClock clock;

    LetterQueue(BusinessClock clock) {
        this.clock = clock;
    }

    /** A letter that the ladder decided on. */
    public record Wanted(InvoiceId invoice, CustomerId customer, int step, String currency) {}

    /** Queues letters in the transaction of their decisions; a second one for a step that has one fails it. */
    public Uni<Void> queue(Tx tx, List<Wanted> wanted) {
        return RowJson.insert(
                tx, "letter", wanted.stream().map(one -> queued(tx, one)).toList());
    }

    /** The columns of a letter that has not been written yet. */
    private record Queued(
            UUID tenantId,
            UUID letterId,
            UUID invoiceId,
            UUID customerId,
            int step,
            String channel,
            String state,
            LocalDate decidedOn,
            int attempts,
            Instant nextAttemptAt,
            String currency) {}

    private Queued queued(Tx tx, Wanted wanted) {
        return new Queued(
                tx.tenantId().value(),
                Ids.next(),
                wanted.invoice().value(),
                wanted.customer().value(),
                wanted.step(),
                EmailChannel.NAME,
                LetterRow.QUEUED,
                tx.today(),
                0,
                clock.now(),
                wanted.currency());
    }

    /** Takes up to {@code most} letters whose time has come, for {@code lease}. */
    Uni<List<LetterRow>> claim(Tx tx, int most, Duration lease) {
        var now = clock.now();
        return tx.session()
                .createNativeQuery(CLAIM, LetterRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("now", now)
                .setParameter("until", now.plus(lease))
                .setParameter("most", most)
                .getResultList();
    }

    Uni<List<LetterRow>> lock(Tx tx, Collection<LetterId> letters) {
        return tx.session()
                .createNativeQuery(THESE, LetterRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("ids", Json.write(letters))
                .getResultList();
    }

    Uni<Void> save(Tx tx, List<LetterRow> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session().updateAll(STATEMENT_BATCH, changed.toArray());
    }

    /** How long until some letter's time comes; zero or less for now, empty when none is waiting. */
    Uni<Optional<Duration>> untilNext(Tx tx) {
        return tx.session()
                .createNativeQuery(NEXT, Long.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("now", clock.now())
                .getSingleResultOrNull()
                .map(millis -> Optional.ofNullable(millis).map(Duration::ofMillis));
    }

    Uni<@Nullable LetterRow> find(Tx tx, LetterId letter) {
        return tx.session()
                .createNativeQuery(ONE, LetterRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("letter", letter.value())
                .getSingleResultOrNull();
    }

    /** Oldest first. */
    Uni<List<LetterRow>> ofInvoice(Tx tx, InvoiceId invoice, Optional<LetterId> after, int most) {
        return tx.session()
                .createNativeQuery(OF_INVOICE, LetterRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("invoice", invoice.value())
                .setParameter("after", after.map(LetterId::value).orElse(BEGINNING))
                .setParameter("most", most)
                .getResultList();
    }
}
