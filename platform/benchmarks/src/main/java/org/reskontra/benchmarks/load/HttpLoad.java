package org.reskontra.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** Sends requests to one address from a single event loop, over as many connections as there are clients. */
public final class HttpLoad implements AutoCloseable {

    private final Vertx vertx;
    private final HttpClient http;
    private final RequestOptions request;
    private final LongFunction<Buffer> body;
    private final int expected;
    private final int clients;

    /**
     * @param url with its path
     * @param expected the status that counts as success
     * @param body of the n-th request
     */
    public HttpLoad(Vertx vertx, String url, String token, int clients, int expected, LongFunction<Buffer> body) {
        this.vertx = vertx;
        this.clients = clients;
        this.expected = expected;
        this.body = body;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(clients)
                .setMaxWaitQueueSize(-1)
                .setKeepAlive(true)
                .setTcpNoDelay(true));
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json");
    }

    /** Each client asks again as soon as it has its answer, for as long as told. */
    public Sample asFastAsPossible(Duration length) {
        var run = new Run(System.nanoTime() + length.toNanos());
        vertx.runOnContext(_ -> {
            for (int i = 0; i < clients; i++) {
                run.next();
            }
        });
        return run.result();
    }

    /**
     * Requests at a steady rate, each timed from the moment it was due, so that a stall counts for all that waited.
     *
     * @param perSecond a request is dropped, as a failure, when ten seconds' worth of them are unanswered
     */
    public Sample at(double perSecond, Duration length) {
        var run = new Run(System.nanoTime() + length.toNanos());
        double nanosApart = 1e9 / perSecond;
        vertx.runOnContext(_ -> run.pace(nanosApart, (int) (10 * perSecond)));
        return run.result();
    }

    private final class Run {

        private final long start = System.nanoTime();
        private final long end;
        private final Latencies latencies = new Latencies();
        private final CompletableFuture<Sample> done = new CompletableFuture<>();
        private long sent;
        private long failures;
        private int underWay;

        Run(long end) {
            this.end = end;
        }

        void next() {
            if (System.nanoTime() >= end) {
                finish();
            } else {
                send(System.nanoTime(), this::next);
            }
        }

        void pace(double nanosApart, int mostUnderWay) {
            vertx.setPeriodic(1, timer -> {
                long now = System.nanoTime();
                for (long due = start + (long) (sent * nanosApart);
                        due <= Math.min(now, end);
                        due = start + (long) (sent * nanosApart)) {
                    if (underWay >= mostUnderWay) {
                        sent++;
                        failures++;
                    } else {
                        send(due, this::finish);
                    }
                }
                if (now >= end) {
                    vertx.cancelTimer(timer);
                    finish();
                }
            });
        }

        private void send(long since, Runnable then) {
            underWay++;
            var payload = body.apply(sent++);
            http.request(request)
                    .compose(ready -> ready.send(payload))
                    .compose(answer -> answer.body().map(_ -> answer.statusCode()))
                    .onComplete(result -> {
                        underWay--;
                        if (result.succeeded() && result.result() == expected) {
                            latencies.add(System.nanoTime() - since);
                        } else {
                            failures++;
                        }
                        then.run();
                    });
        }

        private void finish() {
            if (underWay == 0 && System.nanoTime() >= end) {
                done.complete(new Sample(latencies.count(), System.nanoTime() - start, latencies, failures));
            }
        }

        Sample result() {
            return done.join();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
