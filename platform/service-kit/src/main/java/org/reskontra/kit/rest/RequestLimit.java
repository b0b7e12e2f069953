package org.reskontra.kit.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.kit.json.Json;

/**
 * Bounds the requests under way in a process. What comes beyond is answered 503 with {@code Retry-After} before anything
 * is read of it, so that a crowd costs little and those that were let in are served in time. Health and metrics are
 * always answered.
 */
@ApplicationScoped
public class RequestLimit {

    private static final String MANAGEMENT = "/q/";

    /** Before authentication, which costs more than the refusal. */
    private static final int FIRST = 1_000;

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    RequestLimit(@ConfigProperty(name = "reskontra.http.most-requests") int most) {
        this.most = most;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    void admit(RoutingContext request) {
        if (request.normalizedPath().startsWith(MANAGEMENT)) {
            request.next();
        } else if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            refuse(request);
        } else {
            request.addEndHandler(_ -> underWay.decrementAndGet());
            request.next();
        }
    }

    private static void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(503)
                .putHeader(HttpHeaders.RETRY_AFTER, ProblemMappers.OVERLOADED_RETRY_AFTER)
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .end(Json.write(Problem.overloaded().body()));
    }
}
