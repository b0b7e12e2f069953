package org.reskontra.collection.letters;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.LetterId;
import org.reskontra.kit.db.Tx;

/** The letters of all cases. Whoever changes a letter locks its case first. */
@ApplicationScoped
public class Letters {

    private static final String QUEUE = """
            insert into letter (letter_id, tenant_id, case_id, status, attempts, next_attempt_at)
            values (:letter, :tenant, :case, 'QUEUED', 0, clock_timestamp())""";

    private static final String WITHDRAW = """
            update letter set status = 'WITHDRAWN', next_attempt_at = null
            where tenant_id = :tenant and case_id = :case and status = 'QUEUED'""";

    /** The condition that a letter is on its way. */
    public static final String PENDING =
            "exists (select from letter where tenant_id = :tenant and next_attempt_at is not null)";

    /** Queues a letter that was decided; what it says is drawn up when its turn comes. */
    public Uni<Void> queue(Tx tx, CollectionCaseId caseId, LetterId letter) {
        return tx.session()
                .createNativeQuery(QUEUE)
                .setParameter("letter", letter.value())
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("case", caseId.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Takes back what has not left yet. */
    public Uni<Void> withdraw(Tx tx, CollectionCaseId caseId) {
        return tx.session()
                .createNativeQuery(WITHDRAW)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("case", caseId.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those of these cases whose turn has come, locked. */
    public Uni<List<LetterRow>> lockDue(Tx tx, Collection<UUID> cases) {
        return tx.session()
                .createNativeQuery("""
                        select * from letter
                        where tenant_id = :tenant and case_id in (:cases) and next_attempt_at <= clock_timestamp()
                        order by letter_id for update""", LetterRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("cases", cases)
                .getResultList();
    }

    public Uni<List<LetterRow>> lock(Tx tx, Collection<UUID> letters) {
        return tx.session()
                .createNativeQuery("""
                        select * from letter where tenant_id = :tenant and letter_id in (:letters)
                        order by letter_id for update""", LetterRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("letters", letters)
                .getResultList();
    }

    public Uni<Void> save(Tx tx, List<LetterRow> letters) {
        return letters.isEmpty() ? Uni.createFrom().voidItem() : tx.session().updateMultiple(letters);
    }

    /** A case's letters, oldest first. */
    public Uni<List<LetterRow>> of(Tx tx, CollectionCaseId caseId) {
        return tx.session()
                .createSelectionQuery(
                        "from LetterRow where tenantId = :tenant and caseId = :case order by letterId", LetterRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("case", caseId.value())
                .setMaxResults(200)
                .getResultList();
    }

    /** The database's clock, which all replicas share. */
    public Uni<OffsetDateTime> now(Tx tx) {
        return tx.session()
                .createNativeQuery("select clock_timestamp()", OffsetDateTime.class)
                .getSingleResult();
    }
}
