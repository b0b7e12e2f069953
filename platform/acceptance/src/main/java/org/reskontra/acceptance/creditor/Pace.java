package org.reskontra.acceptance.creditor;

import java.time.Duration;

/**
 * How long the services take to come to rest, as far as experience tells. Asking them much earlier only takes time from
 * the work itself.
 */
final class Pace {

    private static final int MEMORY = 8;
    private static final double SHARE_WAITED = 0.7;
    private static final long LONGEST_WAIT_MILLIS = 500;

    private long usualMicros;

    /** A part of the usual time; nothing at first. */
    long millisBeforeAsking() {
        return Math.min(LONGEST_WAIT_MILLIS, (long) (usualMicros * SHARE_WAITED / 1000));
    }

    /** Learns from one more time. A long stop, as after a crash, is no usual time. */
    void took(Duration duration) {
        long micros = Math.min(duration.toNanos() / 1000, 1000 * LONGEST_WAIT_MILLIS);
        usualMicros += (micros - usualMicros) / MEMORY;
    }
}
