package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.HttpLoad;
import org.reskontra.localstack.services.Service;

/** How much the load generator can send at most: to an endpoint that does nothing, on the same machine. */
public final class Generator implements Case {

    private static final int CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration LENGTH = Duration.ofSeconds(5);

    @Override
    public List<String> names() {
        return List.of("generator");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        stand.say("generator: its ceiling");
        var body = IssuedInvoices.on(stand).body(0);
        var server = stand.vertx()
                .createHttpServer()
                .requestHandler(request -> request.bodyHandler(
                        _ -> request.response().setStatusCode(201).end(Buffer.buffer("{}"))));
        int port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        try (var load =
                new HttpLoad(stand.vertx(), "http://127.0.0.1:" + port, "none", CLIENTS, 201, (long _) -> body)) {
            load.asFastAsPossible(WARM_UP);
            var sample = load.asFastAsPossible(LENGTH);
            return List.of(Figure.of("generator", "requests/s", sample.perSecond())
                    .latency(
                            sample.latencies().millisAt(0.5), sample.latencies().millisAt(0.99))
                    .note("what the load generator can send with " + CLIENTS + " clients"));
        } finally {
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
