package org.reskontra.kit.ops;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the caller's tenant into every log line of its request. */
class TenantInLogs {

    private final JsonWebToken token;

    TenantInLogs(JsonWebToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    public void enter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() != null) {
            Object tenant = token.getClaim("tenant");
            if (tenant != null) {
                MDC.put("tenant", tenant.toString());
            }
        }
    }

    @ServerResponseFilter
    public void leave() {
        MDC.remove("tenant");
    }
}
