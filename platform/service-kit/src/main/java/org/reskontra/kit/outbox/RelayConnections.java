package org.reskontra.kit.outbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the relay's own database connection: locks and LISTEN belong to a connection, so it comes from no pool. */
@ApplicationScoped
class RelayConnections {

    static final String APPLICATION = "reskontra-relay";

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.placeholders.shards")
    int shards;

    private final Vertx vertx;

    RelayConnections(Vertx vertx) {
        this.vertx = vertx;
    }

    RelayConnection open() throws InterruptedException {
        var options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(username)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setTcpKeepAlive(true)
                .addProperty("application_name", APPLICATION);
        return new RelayConnection(get(PgConnection.connect(vertx, options)), shards);
    }

    /** Waits for the database, at most half a minute, so that a dead connection is noticed. */
    static <T> T get(Future<T> answer) throws InterruptedException {
        CompletableFuture<T> done = answer.toCompletionStage().toCompletableFuture();
        try {
            return done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }
}
