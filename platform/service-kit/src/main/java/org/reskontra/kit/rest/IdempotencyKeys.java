package org.reskontra.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;

/**
 * Answers kept under the keys of their requests: a command's effect and its kept answer are one transaction. The same
 * key with the same body gets the kept answer, refusals included; with another body 422; while it is still running 409.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final String IN_FLIGHT_CODE = "idempotency-key-in-flight";
    private static final String REUSED_CODE = "idempotency-key-reused";

    private static final String KEPT =
            "select fingerprint, status, location, version, body from idempotency_key where key = :key";

    private static final String ALL_OURS = """
            select coalesce(bool_and(pg_try_advisory_xact_lock(hashtextextended(cast(:tenant as text) || key, 0))), true)
            from json_array_elements_text(cast(cast(:keys as text) as json)) as asked(key)""";

    private static final String ANY_KEPT = """
            select exists (
                select from idempotency_key
                where key in (select * from json_array_elements_text(cast(cast(:keys as text) as json))))""";

    private static final String KEEP = """
            insert into idempotency_key (tenant_id, key, fingerprint, status, location, version, body)
            select :tenant, key, fingerprint, status, location, version, body
            from json_to_recordset(cast(cast(:rows as text) as json)) as kept(
                key text, fingerprint text, status integer, location text, version bigint, body text)""";

    private final Transactions transactions;
    private final ObjectMapper json;

    IdempotencyKeys(Transactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * A request's key.
     *
     * @param fingerprint of its path and body
     */
    record Keyed(String key, String fingerprint) {}

    /** Runs work once under its key, if it has one. A {@link Problem} it throws undoes its effect and is itself kept. */
    Uni<Response> once(TenantId tenant, @Nullable Keyed keyed, Function<Tx, Uni<Answer>> work) {
        if (keyed == null) {
            return transactions.in(tenant, tx -> work.apply(tx).map(Answer::toResponse));
        }
        return transactions
                .in(
                        tenant,
                        tx -> claim(tx, keyed)
                                .chain(kept -> kept != null
                                        ? Uni.createFrom().item(kept)
                                        : work.apply(tx)
                                                .call(answer -> keepAll(tx, List.of(new Kept(keyed, answer))))
                                                .map(Answer::toResponse)))
                .onFailure(Problem.class)
                .call(failure -> isAboutTheKey((Problem) failure)
                        ? Uni.createFrom().voidItem()
                        : transactions.in(
                                tenant, tx -> keepAll(tx, List.of(new Kept(keyed, refusal((Problem) failure))))));
    }

    /** Takes keys for commands that run together; false when one is under way, was used or comes twice. */
    Uni<Boolean> claimAll(Tx tx, List<Keyed> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(true);
        }
        var keys = asked.stream().map(Keyed::key).toList();
        if (new HashSet<>(keys).size() < keys.size()) {
            return Uni.createFrom().item(false);
        }
        return lock(tx, keys)
                .chain(ours -> !ours
                        ? Uni.createFrom().item(false)
                        : tx.session()
                                .createNativeQuery(ANY_KEPT, Boolean.class)
                                .setParameter("keys", text(keys))
                                .getSingleResult()
                                .map(used -> !used));
    }

    /** Whether none of the keys is in other hands. */
    private Uni<Boolean> lock(Tx tx, List<String> keys) {
        return tx.session()
                .createNativeQuery(ALL_OURS, Boolean.class)
                .setParameter("tenant", tx.tenantId().toString())
                .setParameter("keys", text(keys))
                .getSingleResult();
    }

    /** An answer and the key it is kept under. */
    record Kept(Keyed keyed, Answer answer) {}

    Uni<Void> keepAll(Tx tx, List<Kept> answers) {
        record Row(
                String key,
                String fingerprint,
                int status,
                @Nullable String location,
                @Nullable Long version,
                String body) {}
        if (answers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = answers.stream()
                .map(kept -> new Row(
                        kept.keyed().key(),
                        kept.keyed().fingerprint(),
                        kept.answer().status(),
                        kept.answer().location(),
                        kept.answer().version(),
                        text(kept.answer().body())))
                .toList();
        return tx.session()
                .createNativeQuery(KEEP)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", text(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<@Nullable Response> claim(Tx tx, Keyed keyed) {
        return lock(tx, List.of(keyed.key()))
                .invoke(ours -> {
                    if (!ours) {
                        throw Problem.conflict(
                                IN_FLIGHT_CODE, "Still running", "A request with this idempotency key is under way.");
                    }
                })
                .chain(() -> tx.session()
                        .createNativeQuery(KEPT, Object[].class)
                        .setParameter("key", keyed.key())
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : replay(row, keyed.fingerprint()));
    }

    private static Response replay(Object[] row, String fingerprint) {
        if (!fingerprint.equals(row[0])) {
            throw Problem.refused(
                    REUSED_CODE,
                    "The idempotency key was used for something else",
                    List.of(new FieldError(
                            "Idempotency-Key", "reused", "This key came with another body or path before.")));
        }
        int status = ((Number) row[1]).intValue();
        return Answer.respond(
                status,
                row[4],
                status < 400 ? MediaType.APPLICATION_JSON : ProblemBody.MEDIA_TYPE,
                (String) row[2],
                row[3] == null ? null : ((Number) row[3]).longValue());
    }

    private static Answer refusal(Problem problem) {
        return new Answer(problem.body().status(), problem.body(), null, null);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAboutTheKey(Problem problem) {
        return problem.body().type().endsWith(IN_FLIGHT_CODE)
                || problem.body().type().endsWith(REUSED_CODE);
    }
}
