package org.reskontra.localstack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.kafka.BrokerProcess;
import org.reskontra.localstack.postgres.EmbeddedPostgresServer;
import org.reskontra.localstack.postgres.PostgresAddress;

/** PostgreSQL and a Kafka broker as child processes on loopback. */
record EmbeddedServers(EmbeddedPostgresServer database, BrokerProcess broker) implements Servers {

    static EmbeddedServers start(Path data, Path logs, PortBook ports, StackPorts wanted, Warden warden) {
        int databasePort = ports.take(wanted.postgres(), "PostgreSQL");
        int brokerPort = ports.take(wanted.kafka(), "Kafka");
        int controllerPort = ports.any();
        // A thread of its own: one of the common pool would not see Kafka's classes by its context class loader.
        CompletableFuture<BrokerProcess> broker = CompletableFuture.supplyAsync(
                () -> BrokerProcess.start(data.resolve("kafka"), logs.resolve("kafka.log"), brokerPort, controllerPort),
                task -> Thread.ofPlatform().name("broker-start").start(task));
        EmbeddedPostgresServer database;
        try {
            database =
                    EmbeddedPostgresServer.start(data.resolve("postgres"), logs.resolve("postgres.log"), databasePort);
        } catch (RuntimeException e) {
            broker.thenAccept(BrokerProcess::close).exceptionally(_ -> null).join();
            throw e;
        }
        try {
            BrokerProcess started = broker.join();
            warden.watch("kafka", started.pid());
            return new EmbeddedServers(database, started);
        } catch (CompletionException e) {
            database.close();
            throw new IllegalStateException("Kafka did not start", e.getCause());
        }
    }

    @Override
    public PostgresAddress postgres() {
        return database.address();
    }

    @Override
    public String kafka() {
        return broker.bootstrap();
    }

    @Override
    public CompletableFuture<String> failure() {
        CompletableFuture<String> databaseEnd = ProcessHandle.of(database.pid())
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenApply(_ -> "PostgreSQL");
        return databaseEnd.applyToEither(broker.onExit().thenApply(_ -> "Kafka"), name -> name);
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
