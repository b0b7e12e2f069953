package org.reskontra.acceptance.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** How far the replay is: one line that is written over on a terminal, else a line at every tenth. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final int STEPS = 10;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(80);

    private final PrintStream out;
    private final boolean isTerminal;
    private final long days;
    private long day;
    private long drawn;
    private int step;
    private boolean open;

    ProgressBar(PrintStream out, boolean isTerminal, long days) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.days = days;
    }

    synchronized void dayBegins(LocalDate date) {
        day++;
        if (isTerminal) {
            long now = System.nanoTime();
            if (day == 1 || day == days || now - drawn > BETWEEN_DRAWINGS.toNanos()) {
                drawn = now;
                out.print("\r" + line(date));
                out.flush();
                open = true;
            }
        } else if (day * STEPS / days > step || day == 1) {
            step = (int) (day * STEPS / days);
            out.println(line(date));
        }
    }

    /** Something to say in between. */
    synchronized void say(String line) {
        end();
        out.println(line);
    }

    /** Ends the line of the bar. */
    synchronized void end() {
        if (open) {
            out.println();
            open = false;
        }
    }

    private String line(LocalDate date) {
        int filled = (int) (WIDTH * day / days);
        return String.format(
                Locale.ROOT,
                "  [%s%s] %s  day %d of %d",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                date,
                day,
                days);
    }
}
