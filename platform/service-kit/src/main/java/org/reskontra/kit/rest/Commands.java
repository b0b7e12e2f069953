package org.reskontra.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.IdempotencyKeys.Keyed;

/** Runs a POST once, however often it is sent with the same {@code Idempotency-Key}. */
@RequestScoped
public class Commands {

    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final Caller caller;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Commands(IdempotencyKeys keys, Caller caller, ObjectMapper json, HttpHeaders headers, UriInfo uri) {
        this.keys = keys;
        this.caller = caller;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
    }

    /**
     * Runs work for the caller's tenant. A {@link Problem} it throws undoes the effect and is itself kept. The same key
     * with another body or path is refused with 422, and with 409 while the first call is still running.
     */
    public Uni<Response> post(Object body, Function<Tx, Uni<Answer>> work) {
        var actor = caller.subject();
        return keys.once(caller.tenant(), keyed(body), tx -> work.apply(tx.by(actor)));
    }

    /** As {@link #post(Object, Function)}, together with what others send at the same time. */
    public <C> Uni<Response> post(C body, Gathering<C> gathering) {
        return gathering.submit(caller.tenant(), caller.subject(), keyed(body), body);
    }

    private @Nullable Keyed keyed(Object body) {
        var header = headers.getHeaderString("Idempotency-Key");
        if (header == null) {
            return null;
        }
        var key = header.strip().replaceFirst("^\"(.*)\"$", "$1");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                    "Idempotency-Key", "length", "An idempotency key has 1 to " + LONGEST_KEY + " characters.");
        }
        return new Keyed(key, fingerprint(body));
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
}
