package org.reskontra.localstack.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.reskontra.localstack.Jvm;

/** A single-node Kafka broker in a process of its own; it ends with this one. */
public final class BrokerProcess implements AutoCloseable {

    private static final int START_LIMIT_SECONDS = 90;
    private static final String LOG_FORMAT =
            "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n";

    private final Process process;
    private final int port;

    private BrokerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a broker over a data folder and returns when an admin client gets an answer.
     *
     * @throws IllegalStateException when it does not come up; the log says why
     */
    public static BrokerProcess start(Path data, Path log, int port, int controllerPort) {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            List<String> options = new ArrayList<>(List.of("-Xms128m", "-Xmx384m", "-XX:+UseSerialGC", LOG_FORMAT));
            options.addAll(Jvm.optionsOf("RESKONTRA_BROKER_JAVA_OPTIONS"));
            Process process = new ProcessBuilder(Jvm.sheltered(Jvm.command(
                            options,
                            BrokerMain.class,
                            List.of(Integer.toString(port), Integer.toString(controllerPort), data.toString()))))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            BrokerProcess broker = new BrokerProcess(process, port);
            try {
                broker.awaitReady();
            } catch (IllegalStateException e) {
                broker.close();
                throw new IllegalStateException("Kafka did not start, see " + log, e);
            }
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the Kafka broker", e);
        }
    }

    private void awaitReady() {
        CompletableFuture<String> firstLine = CompletableFuture.supplyAsync(() -> {
            try {
                BufferedReader out = process.inputReader();
                return String.valueOf(out.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            if (!BrokerMain.READY.equals(firstLine.get(START_LIMIT_SECONDS, TimeUnit.SECONDS))) {
                throw new IllegalStateException("the broker ended while starting");
            }
            try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(port)))) {
                admin.describeCluster().nodes().get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker starts", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    /** Of a broker on a port. */
    public static String bootstrap(int port) {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** As {@code kill -9}; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
