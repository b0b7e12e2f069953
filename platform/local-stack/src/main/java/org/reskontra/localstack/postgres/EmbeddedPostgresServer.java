package org.reskontra.localstack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
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

    /** Of a server on a port. */
    public static PostgresAddress address(int port) {
        return new PostgresAddress("127.0.0.1", port, "postgres", "postgres");
    }

    public long pid() {
        return pid;
    }

    /** Ends every process of the server as {@code kill -9} does; returns when they are gone. */
    public void kill() {
        List<ProcessHandle> all = ProcessHandle.of(pid).stream()
                .flatMap(postmaster -> {
                    freeze(postmaster); // so that it starts no more of them
                    return Stream.concat(Stream.of(postmaster), postmaster.descendants());
                })
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        LIBRARY_LOG.setLevel(Level.OFF); // it cannot stop what has ended, and need not say so
        close();
        LIBRARY_LOG.setLevel(Level.WARNING);
    }

    private static void freeze(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be killed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL is killed", e);
        }
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
