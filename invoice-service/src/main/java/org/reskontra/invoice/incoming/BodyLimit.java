package org.reskontra.invoice.incoming;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A body is held in memory, so it may not be large; but a file of the bank goes to disk, and may. */
@ApplicationScoped
class BodyLimit {

    private static final int TOO_LARGE = 413;

    private final long most;

    BodyLimit(@ConfigProperty(name = "reskontra.http.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    /** Behind the limit that holds for all bodies, which it narrows. */
    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::admit);
    }

    private void admit(RoutingContext call) {
        var length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (call.normalizedPath().equals(BankFileResource.PATH)) {
            call.next();
        } else if (length == null) {
            call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            call.next();
        } else if (Long.parseLong(length) > most) {
            call.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end("{\"type\":\"urn:reskontra:problem:too-large\",\"title\":\"The body is too large\","
                            + "\"status\":413,\"detail\":\"A body has at most " + most + " bytes.\"}");
            // what still comes is let go; to cut it off could take the answer with it
            call.request().resume();
        } else {
            call.next();
        }
    }
}
