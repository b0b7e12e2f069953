package org.reskontra.kit.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Versions of single resources as strong entity tags (RFC 9110). */
public final class Etags {

    private Etags() {}

    /** 200 with the version as ETag. */
    public static Response ok(Object body, long version) {
        return Response.ok(body).tag(new EntityTag(Long.toString(version))).build();
    }

    /** Refuses a change without {@code If-Match} (428) or of another version than the current one (412). */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.preconditionRequired();
        }
        if (!ifMatch.strip().equals("*") && !ifMatch.strip().equals("\"" + version + "\"")) {
            throw Problem.preconditionFailed();
        }
    }
}
