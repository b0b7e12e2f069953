package org.reskontra.benchmarks;

import java.io.Console;
import java.util.Optional;

/** Says on one line what is done now, and since when; on lines of its own where the output is no terminal. */
final class ProgressLine {

    private static final int WIDTH = 78;

    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private final long start = System.nanoTime();

    void say(String what) {
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        var line = "%2d:%02d  %s".formatted(seconds / 60, seconds % 60, what);
        if (terminal) {
            System.err.print("\r" + (line + " ".repeat(WIDTH)).substring(0, WIDTH));
        } else {
            System.err.println(line);
        }
    }

    void end() {
        if (terminal) {
            System.err.println();
        }
    }

    long start() {
        return start;
    }
}
