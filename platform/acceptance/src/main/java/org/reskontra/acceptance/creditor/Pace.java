package org.reskontra.acceptance.creditor;

import java.time.Duration;

/**
 * How long the services take to come to rest at the least, as far as experience tells. Asking them earlier only takes
 * time from the work itself; asking them late wastes it.
 */
final class Pace {

    /** Learns fast that it goes faster, and slowly that it goes slower: most days are ordinary ones. */
    private static final double FASTER = 0.5;

    private static final double SLOWER = 0.05;
    private static final double SHARE_WAITED = 0.8;
    private static final long LONGEST_WAIT_MILLIS = 500;

    private double millis;

    /** A part of the least time; nothing at first. */
    long millisBeforeAsking() {
        return (long) (millis * SHARE_WAITED);
    }

    /**
     * Learns from one more time. A long stop, as after a crash, is no usual time.
     *
     * @param atOnce the first question was answered with yes, so it could have been asked earlier
     */
    void took(Duration duration, boolean atOnce) {
        double took = Math.min(duration.toNanos() / 1e6, LONGEST_WAIT_MILLIS) * (atOnce ? SHARE_WAITED : 1);
        millis += (took - millis) * (took < millis ? FASTER : SLOWER);
    }
}
