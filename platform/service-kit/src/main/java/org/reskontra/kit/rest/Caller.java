package org.reskontra.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.reskontra.contracts.TenantId;

/** Who is calling, from the verified token. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The tenant of the token; a token without one is refused with 403. */
    public TenantId tenant() {
        Object claim = token.getClaim("tenant");
        try {
            return new TenantId(UUID.fromString(String.valueOf(claim)));
        } catch (IllegalArgumentException _) {
            throw Problem.forbidden("no-tenant", "The token names no tenant", "The claim `tenant` must be a UUID.");
        }
    }

    /** The token's subject, for journals. */
    public String subject() {
        var subject = token.getSubject();
        return subject == null ? "unknown" : subject;
    }
}
