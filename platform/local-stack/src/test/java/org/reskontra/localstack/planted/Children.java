package org.reskontra.localstack.planted;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes that a test has started, apart from those of other tests in the same JVM. */
public final class Children {

    private static final int PATIENCE_SECONDS = 120;

    private final List<ProcessHandle> others =
            ProcessHandle.current().descendants().toList();

    /** Those that have come since this object was made. */
    public List<ProcessHandle> born() {
        List<ProcessHandle> born =
                new ArrayList<>(ProcessHandle.current().descendants().toList());
        born.removeAll(others);
        return born;
    }

    /** Waits for the end of each, and fails with the first that stays. */
    public static void awaitEnd(Collection<ProcessHandle> processes) throws InterruptedException, ExecutionException {
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                fail("process " + process.pid() + " is still there: " + process.info(), e);
            }
        }
    }
}
