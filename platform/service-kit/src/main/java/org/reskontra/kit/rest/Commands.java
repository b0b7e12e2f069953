package org.reskontra.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;

/**
 * Runs a POST once: its effect, and the answer kept under its {@code Idempotency-Key}, are one transaction. The same key
 * with the same body gets the kept answer, refusals included; with another body 422; while it is still running 409.
 */
@RequestScoped
public class Commands {

    private static final int LONGEST_KEY = 255;

    private static final String IN_FLIGHT =
            "select pg_try_advisory_xact_lock(hashtextextended(cast(:tenant as text) || :key, 0))";

    private static final String KEPT =
            "select fingerprint, status, location, version, body from idempotency_key where key = :key";

    private static final String KEEP = """
            insert into idempotency_key (tenant_id, key, fingerprint, status, location, version, body)
            values (:tenant, :key, :fingerprint, :status, :location, :version, :body)""";

    private final Transactions transactions;
    private final Caller caller;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Commands(Transactions transactions, Caller caller, ObjectMapper json, HttpHeaders headers, UriInfo uri) {
        this.transactions = transactions;
        this.caller = caller;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
    }

    /** Runs work for the caller's tenant. A {@link Problem} it throws undoes the effect and is itself kept. */
    public Uni<Response> post(Object body, Function<Tx, Uni<Answer>> work) {
        var tenant = caller.tenant();
        return once(
                body,
                (key, fingerprint) -> transactions
                        .in(
                                tenant,
                                tx -> key == null
                                        ? work.apply(tx).map(Answer::toResponse)
                                        : claim(tx, key, fingerprint)
                                                .chain(kept -> kept != null
                                                        ? Uni.createFrom().item(kept)
                                                        : work.apply(tx)
                                                                .call(answer -> keep(tx, key, fingerprint, answer))
                                                                .map(Answer::toResponse)))
                        .onFailure(Problem.class)
                        .call(failure -> key == null || isAboutTheKey((Problem) failure)
                                ? Uni.createFrom().voidItem()
                                : transactions.in(tenant, tx -> keepRefusal(tx, key, fingerprint, (Problem) failure))));
    }

    private interface Keyed {
        Uni<Response> run(@Nullable String key, String fingerprint);
    }

    private Uni<Response> once(Object body, Keyed work) {
        var key = key();
        return work.run(key, key == null ? "" : fingerprint(body));
    }

    private @Nullable String key() {
        var header = headers.getHeaderString("Idempotency-Key");
        if (header == null) {
            return null;
        }
        var key = header.strip().replaceFirst("^\"(.*)\"$", "$1");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                    "Idempotency-Key", "length", "An idempotency key has 1 to " + LONGEST_KEY + " characters.");
        }
        return key;
    }

    private String fingerprint(Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(uri.getPath().getBytes(StandardCharsets.UTF_8));
            digest.update(body instanceof byte[] bytes ? bytes : json.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<@Nullable Response> claim(Tx tx, String key, String fingerprint) {
        return tx.session()
                .createNativeQuery(IN_FLIGHT, Boolean.class)
                .setParameter("tenant", tx.tenantId().toString())
                .setParameter("key", key)
                .getSingleResult()
                .invoke(ours -> {
                    if (!ours) {
                        throw Problem.conflict(
                                IN_FLIGHT_CODE, "Still running", "A request with this idempotency key is under way.");
                    }
                })
                .chain(() -> tx.session()
                        .createNativeQuery(KEPT, Object[].class)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : replay(row, fingerprint));
    }

    private static final String IN_FLIGHT_CODE = "idempotency-key-in-flight";
    private static final String REUSED_CODE = "idempotency-key-reused";

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

    private Uni<Void> keep(Tx tx, String key, String fingerprint, Answer answer) {
        return insert(tx, key, fingerprint, answer.status(), answer.location(), answer.version(), answer.body());
    }

    private Uni<Void> keepRefusal(Tx tx, String key, String fingerprint, Problem problem) {
        return insert(tx, key, fingerprint, problem.body().status(), null, null, problem.body());
    }

    private Uni<Void> insert(
            Tx tx,
            String key,
            String fingerprint,
            int status,
            @Nullable String location,
            @Nullable Long version,
            Object body) {
        try {
            return tx.session()
                    .createNativeQuery(KEEP)
                    .setParameter("tenant", tx.tenantId().value())
                    .setParameter("key", key)
                    .setParameter("fingerprint", fingerprint)
                    .setParameter("status", status)
                    .setParameter("location", location)
                    .setParameter("version", version)
                    .setParameter("body", json.writeValueAsString(body))
                    .executeUpdate()
                    .replaceWithVoid();
        } catch (JsonProcessingException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static boolean isAboutTheKey(Problem problem) {
        return problem.body().type().endsWith(IN_FLIGHT_CODE)
                || problem.body().type().endsWith(REUSED_CODE);
    }
}
