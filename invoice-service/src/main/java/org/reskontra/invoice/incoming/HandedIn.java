package org.reskontra.invoice.incoming;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.kit.rest.Problem;

/** Files on their way in: they go to disk as they come, however large, and lie there for as long as they are looked at. */
@ApplicationScoped
class HandedIn {

    private final Vertx vertx;
    private final long largest;

    HandedIn(Vertx vertx, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.vertx = vertx;
        this.largest = largest.asLongValue();
    }

    /** Has the body of a request looked at. */
    <T> Uni<T> lookedAt(HttpServerRequest request, Function<Path, Uni<T>> look) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.fileSystem().createTempFile("bank-file-", ".tmp").toCompletionStage())
                .chain(path -> Uni.createFrom()
                        .completionStage(() -> written(request, path).toCompletionStage())
                        .chain(() -> look.apply(Path.of(path)))
                        .eventually(() -> Uni.createFrom()
                                .completionStage(
                                        () -> vertx.fileSystem().delete(path).toCompletionStage())));
    }

    private Future<Void> written(HttpServerRequest request, String path) {
        return vertx.fileSystem()
                .open(path, new OpenOptions().setWrite(true))
                .compose(file -> new Body(request, file).written().eventually(() -> file.close()));
    }

    /** The body of one request. */
    private final class Body {

        private final HttpServerRequest request;
        private final AsyncFile file;
        private final Promise<Void> end = Promise.promise();
        private long bytes;

        Body(HttpServerRequest request, AsyncFile file) {
            this.request = request;
            this.file = file;
        }

        Future<Void> written() {
            if (request.isEnded()) {
                return Future.succeededFuture();
            }
            request.exceptionHandler(end::tryFail);
            request.endHandler(_ -> end.tryComplete());
            request.handler(this::write);
            request.resume();
            return end.future().compose(_ -> file.flush());
        }

        private void write(Buffer some) {
            bytes += some.length();
            if (bytes > largest) {
                request.pause();
                request.response().endHandler(_ -> request.connection().close());
                end.tryFail(Problem.invalid(
                        "/file",
                        "too-large",
                        "A file has at most " + largest + " bytes: ask the bank for parts of it."));
            } else {
                file.write(some).onFailure(end::tryFail);
                if (file.writeQueueFull()) {
                    request.pause();
                    file.drainHandler(_ -> request.resume());
                }
            }
        }
    }
}
