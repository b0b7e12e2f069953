package org.reskontra.localstack.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.reskontra.localstack.Pause;

/** One service's process: started by us, or by somebody else from the same {@link Launch}. */
public final class ServiceProcess {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 100;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Launch launch;
    private volatile Process process;
    private volatile boolean onPurpose;

    private ServiceProcess(Launch launch) {
        this.launch = launch;
        this.process = launch.run();
    }

    /** Starts the process and returns at once. */
    public static ServiceProcess start(Launch launch) {
        return new ServiceProcess(launch);
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

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** The exit code in words. */
    public String ending() {
        Process ours = process;
        if (ours.isAlive()) {
            return "runs";
        }
        int code = ours.exitValue();
        return code > 128 ? "was ended by signal " + (code - 128) : "ended with exit code " + code;
    }

    /** Whether the last end was one that {@link #kill()} brought. */
    public boolean endedOnPurpose() {
        return onPurpose;
    }

    /**
     * Starts a new process in the place of one that has ended.
     *
     * @return false if it has not ended
     */
    public synchronized boolean startAgain() {
        if (isAlive()) {
            return false;
        }
        onPurpose = false;
        process = launch.run();
        return true;
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

    private boolean isReady() {
        return isReady(launch);
    }

    /** Whether the service says that it can do its work. */
    static boolean isReady(Launch launch) {
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

    /**
     * Stops the process in good order.
     *
     * @throws IllegalStateException when it has not ended within the limit
     */
    public void stop(Duration limit) {
        onPurpose = true;
        requestStop();
        if (!awaitEnd(limit)) {
            throw new IllegalStateException(launch.name() + " has not stopped after " + limit.toSeconds() + " s");
        }
    }

    /** Asks the process to stop; {@link #awaitStop()} waits for it. */
    public void requestStop() {
        process.toHandle().destroy();
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
