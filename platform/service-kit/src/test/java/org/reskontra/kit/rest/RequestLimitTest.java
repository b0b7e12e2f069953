package org.reskontra.kit.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    private static final int MOST = 3;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<RoutingContext> letIn = new LinkedBlockingQueue<>();
    private HttpClient http;
    private int port;

    @BeforeEach
    void a_server_whose_answers_wait_for_the_test() {
        var router = Router.router(vertx);
        router.route().handler(new RequestLimit(MOST)::admit);
        router.route("/q/health").handler(request -> request.response().end("well"));
        router.route().handler(letIn::add);
        port = done(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"))
                .actualPort();
        http = vertx.createHttpClient();
    }

    @AfterEach
    void stop() {
        done(vertx.close());
    }

    @Test
    void a_crowd_is_refused_at_once_and_the_next_is_served_when_there_is_room() throws InterruptedException {
        List<Future<Answer>> served = new ArrayList<>();
        List<RoutingContext> waiting = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            served.add(get("/v1/notes"));
            waiting.add(letIn.take());
        }

        var refused = done(get("/v1/notes"));
        assertEquals(503, refused.status());
        assertEquals("1", refused.retryAfter());
        assertEquals("application/problem+json", refused.type());
        assertTrue(refused.body().contains("urn:reskontra:problem:overloaded"), refused.body());
        assertEquals(200, done(get("/q/health")).status());

        waiting.forEach(request -> request.response().end());
        served.forEach(one -> assertEquals(200, done(one).status()));

        var next = get("/v1/notes");
        letIn.take().response().end();
        assertEquals(200, done(next).status());
    }

    @Test
    void who_hangs_up_gives_room() throws InterruptedException {
        for (int i = 0; i < MOST; i++) {
            var caller = vertx.createHttpClient();
            var _ = get(caller, "/v1/notes");
            var request = letIn.take();
            var gone = new LinkedBlockingQueue<Boolean>();
            request.addEndHandler(_ -> gone.add(true));
            done(caller.close());
            gone.take();
        }

        var next = get("/v1/notes");
        letIn.take().response().end();
        assertEquals(200, done(next).status());
    }

    private record Answer(int status, String retryAfter, String type, String body) {}

    private Future<Answer> get(String path) {
        return get(http, path);
    }

    private Future<Answer> get(HttpClient caller, String path) {
        return caller.request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(request -> request.send())
                .compose(answer -> answer.body()
                        .map(body -> new Answer(
                                answer.statusCode(),
                                answer.getHeader("Retry-After"),
                                answer.getHeader("Content-Type"),
                                body.toString())));
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
