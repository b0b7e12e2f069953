package org.reskontra.localstack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.reskontra.localstack.Scratch;

/** A PostgreSQL server of its own process on loopback, as durable as one in production. */
public final class EmbeddedPostgresServer implements AutoCloseable {

    // Kept here, because a logger that nobody holds forgets its level.
    private static final Logger LIBRARY_LOG = Logger.getLogger("io.zonky");

    static {
        LIBRARY_LOG.setLevel(Level.WARNING);
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final EmbeddedPostgres server;
    private final long pid;

    private EmbeddedPostgresServer(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    /**
     * Starts a server over a data folder: a new one when it is empty, what it holds when it isn't.
     *
     * @throws IllegalStateException when the server does not answer in time; the log says why
     */
    public static EmbeddedPostgresServer start(Path data, Path log, int port) {
        try {
            Files.createDirectories(data.getParent());
            Files.createDirectories(log.getParent());
            endLeftover(data);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPgBinaryResolver(new BundledPostgres())
                    .setOverrideWorkingDirectory(Scratch.ofUser("postgresql").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_LIMIT)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("timezone", "UTC")
                    .start();
            return new EmbeddedPostgresServer(server, postmaster(data));
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException("PostgreSQL did not start, see " + log, e);
        }
    }

    /** A server that a killed run left behind would lock the folder. */
    private static void endLeftover(Path data) throws IOException {
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        ProcessHandle.of(postmaster(data))
                .filter(process -> process.info()
                        .command()
                        .filter(c -> c.contains("postgres"))
                        .isPresent())
                .ifPresent(process -> {
                    process.destroy();
                    try {
                        process.onExit().get(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (ExecutionException | TimeoutException e) {
                        throw new IllegalStateException(
                                "another PostgreSQL (process " + process.pid() + ") uses " + data, e);
                    }
                });
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
    }

    public PostgresAddress address() {
        return new PostgresAddress("127.0.0.1", server.getPort(), "postgres", "postgres");
    }

    public long pid() {
        return pid;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
