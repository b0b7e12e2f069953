package org.reskontra.benchmarks.load;

import java.util.Arrays;

/** Times of single operations, in nanoseconds. Not for several threads. */
public final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    public void add(long nanosTaken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = nanosTaken;
    }

    public void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    public int count() {
        return count;
    }

    /**
     * The time that a share of the operations did not exceed, in milliseconds; 0 without any.
     *
     * @param share 0 to 1
     */
    public double millisAt(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * count) - 1;
        return sorted[Math.clamp(index, 0, count - 1)] / 1e6;
    }
}
