package org.reskontra.localstack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.kafka.BrokerProcess;
import org.reskontra.localstack.postgres.EmbeddedPostgresServer;
import org.reskontra.localstack.postgres.PostgresAddress;

/** PostgreSQL and a Kafka broker as child processes on loopback. */
final class EmbeddedServers implements Servers {

    private final Path data;
    private final Path logs;
    private final int databasePort;
    private final int brokerPort;
    private final int controllerPort;
    private final Warden warden;
    private final CompletableFuture<String> failure = new CompletableFuture<>();

    /** Null while killed. */
    private EmbeddedPostgresServer database;

    /** Null while killed. */
    private BrokerProcess broker;

    private EmbeddedServers(Path data, Path logs, PortBook ports, StackPorts wanted, Warden warden) {
        this.data = data;
        this.logs = logs;
        this.databasePort = ports.take(wanted.postgres(), "PostgreSQL");
        this.brokerPort = ports.take(wanted.kafka(), "Kafka");
        this.controllerPort = ports.any();
        this.warden = warden;
    }

    static EmbeddedServers start(Path data, Path logs, PortBook ports, StackPorts wanted, Warden warden) {
        EmbeddedServers servers = new EmbeddedServers(data, logs, ports, wanted, warden);
        // A thread of its own: one of the common pool would not see Kafka's classes by its context class loader.
        CompletableFuture<Void> broker = CompletableFuture.runAsync(
                servers::startBroker,
                task -> Thread.ofPlatform().name("broker-start").start(task));
        try {
            servers.startDatabase();
        } catch (RuntimeException e) {
            broker.exceptionally(_ -> null).join();
            servers.close();
            throw e;
        }
        try {
            broker.join();
            return servers;
        } catch (CompletionException e) {
            servers.close();
            throw new IllegalStateException("Kafka did not start", e.getCause());
        }
    }

    private void startDatabase() {
        EmbeddedPostgresServer started =
                EmbeddedPostgresServer.start(data.resolve("postgres"), logs.resolve("postgres.log"), databasePort);
        synchronized (this) {
            database = started;
        }
        var _ = ProcessHandle.of(started.pid())
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRun(() -> ended(Server.POSTGRES, started));
    }

    private void startBroker() {
        BrokerProcess started =
                BrokerProcess.start(data.resolve("kafka"), logs.resolve("kafka.log"), brokerPort, controllerPort);
        synchronized (this) {
            broker = started;
        }
        warden.watch("kafka", started.pid());
        var _ = started.onExit().thenRun(() -> ended(Server.KAFKA, started));
    }

    private synchronized void ended(Server server, Object which) {
        if (which == database || which == broker) {
            failure.complete(server.fullName());
        }
    }

    @Override
    public void kill(Server server) {
        switch (server) {
            case POSTGRES -> takeDatabase().kill();
            case KAFKA -> takeBroker().kill();
        }
    }

    @Override
    public void restart(Server server) {
        switch (server) {
            case POSTGRES -> startDatabase();
            case KAFKA -> startBroker();
        }
    }

    @Override
    public synchronized long pid(Server server) {
        return switch (server) {
            case POSTGRES -> running(database, server).pid();
            case KAFKA -> running(broker, server).pid();
        };
    }

    /** From now on its end is no failure. */
    private synchronized EmbeddedPostgresServer takeDatabase() {
        EmbeddedPostgresServer taken = running(database, Server.POSTGRES);
        database = null;
        return taken;
    }

    private synchronized BrokerProcess takeBroker() {
        BrokerProcess taken = running(broker, Server.KAFKA);
        broker = null;
        return taken;
    }

    private static <T> T running(T server, Server which) {
        if (server == null) {
            throw new IllegalStateException(which.fullName() + " does not run");
        }
        return server;
    }

    @Override
    public PostgresAddress postgres() {
        return EmbeddedPostgresServer.address(databasePort);
    }

    @Override
    public String kafka() {
        return BrokerProcess.bootstrap(brokerPort);
    }

    @Override
    public CompletableFuture<String> failure() {
        return failure.copy();
    }

    @Override
    public synchronized void close() {
        BrokerProcess lastBroker = broker;
        EmbeddedPostgresServer lastDatabase = database;
        broker = null;
        database = null;
        if (lastBroker != null) {
            lastBroker.close();
        }
        if (lastDatabase != null) {
            lastDatabase.close();
        }
    }
}
