package org.reskontra.localstack.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reskontra.localstack.Pause;

/** One service's process: started by us, or by somebody else from the same {@link Launch}. */
public final class ServiceProcess {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 200;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Launch launch;
    private volatile ProcessHandle process;
    private volatile @Nullable Process child;
    private volatile boolean onPurpose;

    private ServiceProcess(Launch launch, ProcessHandle process, @Nullable Process child) {
        this.launch = launch;
        this.process = process;
        this.child = child;
    }

    /** Starts the process and returns at once. */
    public static ServiceProcess start(Launch launch) {
        Process child = launch.run();
        return new ServiceProcess(launch, child.toHandle(), child);
    }

    /** The process that was last started from a launch, if it lives. */
    public static Optional<ProcessHandle> running(Launch launch) {
        try {
            Path file = Path.of(launch.pidFile());
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String pid = Files.readString(file).trim();
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        } catch (IOException replacedMeanwhile) {
            return Optional.empty();
        }
    }

    public Launch launch() {
        return launch;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<ProcessHandle> onExit() {
        return process.onExit();
    }

    /** The exit code in words, as far as the system tells it. */
    public String ending() {
        Process ours = child;
        if (ours == null || ours.isAlive()) {
            return "ended";
        }
        int code = ours.exitValue();
        return code > 128 ? "was ended by signal " + (code - 128) : "ended with exit code " + code;
    }

    /** Whether the last end was one that {@link #kill()} brought. */
    public boolean endedOnPurpose() {
        return onPurpose;
    }

    /** Starts a new process in the place of one that has ended. */
    public void startAgain() {
        if (isAlive()) {
            throw new IllegalStateException(launch.name() + " still runs as process " + pid());
        }
        Process started = launch.run();
        child = started;
        onPurpose = false;
        process = started.toHandle();
    }

    /** Takes over a process that somebody else started from the same launch. */
    public void adopt(ProcessHandle other) {
        child = null;
        onPurpose = false;
        process = other;
    }

    /**
     * Waits until all of them say that they are ready.
     *
     * @param progress hears of each that is
     * @throws IllegalStateException when one ends before, or is not ready in time
     */
    public static void awaitReady(Collection<ServiceProcess> services, Duration limit, Consumer<String> progress) {
        long start = System.nanoTime();
        List<ServiceProcess> waiting = new ArrayList<>(services);
        while (!waiting.isEmpty()) {
            for (ServiceProcess service : List.copyOf(waiting)) {
                Duration soFar = Duration.ofNanos(System.nanoTime() - start);
                if (!service.isAlive()) {
                    throw new IllegalStateException(service.launch.name() + " " + service.ending()
                            + " while starting, see " + service.launch.log());
                }
                if (service.isReady()) {
                    waiting.remove(service);
                    progress.accept(service.launch.name() + " is ready on " + service.launch.url());
                } else if (soFar.compareTo(limit) > 0) {
                    throw new IllegalStateException(service.launch.name() + " is not ready after " + limit.toSeconds()
                            + " s, see " + service.launch.log());
                }
            }
            if (!waiting.isEmpty()) {
                Pause.millis(POLL_MILLIS);
            }
        }
    }

    /** Whether the service says that it can do its work. */
    private boolean isReady() {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(launch.url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service starts", e);
        }
    }

    /** As {@code kill -9}; returns when the process is gone. */
    public void kill() {
        onPurpose = true;
        process.destroyForcibly();
        awaitEnd(STOP_LIMIT);
    }

    /** Asks the process to stop; {@link #awaitStop()} waits for it. */
    public void requestStop() {
        process.destroy();
    }

    /** Waits for the end that was asked for, and enforces it when it takes too long. */
    public void awaitStop() {
        if (!awaitEnd(STOP_LIMIT)) {
            kill();
        }
    }

    private boolean awaitEnd(Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for the end of " + launch.name(), e);
        }
    }
}
