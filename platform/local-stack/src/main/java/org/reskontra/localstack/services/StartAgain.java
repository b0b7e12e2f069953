package org.reskontra.localstack.services;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.reskontra.localstack.Pause;

/** A new start of a service that has ended, asked for from outside the launcher. */
public final class StartAgain {

    private static final int END_SECONDS = 5;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final long POLL_MILLIS = 100;

    private final Launch launch;

    public StartAgain(Launch launch) {
        this.launch = launch;
    }

    /**
     * Has the launcher start the service, and waits until it is ready.
     *
     * @return the new process
     * @throws IllegalStateException when the service still runs, when no launcher answers, or when the service is not
     *     ready in time
     */
    public long run() {
        Optional<ProcessHandle> old = launch.running();
        if (old.isPresent() && !ends(old.get())) {
            throw new IllegalStateException(
                    launch.name() + " still runs as process " + old.get().pid());
        }
        launch.request();
        ProcessHandle started = awaitStart();
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!ServiceProcess.isReady(launch)) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(launch.name() + " did not become ready, see " + launch.log());
            }
            Pause.millis(POLL_MILLIS);
        }
        return started.pid();
    }

    /** One that was killed a moment ago may take a moment. */
    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for the end of process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ProcessHandle awaitStart() {
        long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<ProcessHandle> started = launch.running();
            if (started.isPresent()) {
                return started.get();
            }
            Pause.millis(POLL_MILLIS);
        }
        launch.takeRequest();
        throw new IllegalStateException("nobody starts " + launch.name() + ": is the platform up, and restartable?");
    }
}
