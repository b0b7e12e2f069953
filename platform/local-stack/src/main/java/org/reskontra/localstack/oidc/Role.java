package org.reskontra.localstack.oidc;

import java.util.Locale;

/** The roles that the services know; each is also a client of the issuer, with its own name as secret. */
public enum Role {
    INTEGRATOR,
    CLERK,
    OPERATOR,
    AUDITOR;

    /** As in the claim {@code groups}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofClaim(String claim) {
        try {
            return valueOf(claim.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown role " + claim + ": integrator, clerk, operator or auditor", e);
        }
    }
}
