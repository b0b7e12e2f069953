package org.reskontra.benchmarks.load;

/**
 * One measured stretch of work.
 *
 * @param items how much was done
 * @param nanos how long it took
 * @param latencies of single operations; empty where the work is not made of them
 * @param failures operations with another answer than the one that counts
 */
public record Sample(long items, long nanos, Latencies latencies, long failures) {

    public static Sample of(long items, long nanos) {
        return new Sample(items, nanos, new Latencies(), 0);
    }

    public double perSecond() {
        return items * 1e9 / nanos;
    }
}
