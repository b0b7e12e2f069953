package org.reskontra.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.reskontra.benchmarks.load.Latencies;
import org.reskontra.benchmarks.load.Sample;

/**
 * Ours and the raw limit in turns, so that what changes on the machine meanwhile meets both.
 *
 * @param raw what the database or broker did alone
 * @param ours what the service did
 */
public record Alternating(List<Sample> raw, List<Sample> ours) {

    public static Alternating run(int rounds, Supplier<Sample> raw, Supplier<Sample> ours) {
        var both = new Alternating(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                both.raw.add(raw.get());
                both.ours.add(ours.get());
            } else {
                both.ours.add(ours.get());
                both.raw.add(raw.get());
            }
        }
        return both;
    }

    public double rawPerSecond() {
        return median(raw);
    }

    public double oursPerSecond() {
        return median(ours);
    }

    public double ratio() {
        return oursPerSecond() / rawPerSecond();
    }

    public long items() {
        return ours.stream().mapToLong(Sample::items).sum();
    }

    public long failures() {
        return ours.stream().mapToLong(Sample::failures).sum();
    }

    /** Of all rounds of ours. */
    public Latencies latencies() {
        var all = new Latencies();
        ours.forEach(sample -> all.addAll(sample.latencies()));
        return all;
    }

    private static double median(List<Sample> samples) {
        var sorted = samples.stream()
                .sorted(Comparator.comparingDouble(Sample::perSecond))
                .toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle).perSecond()
                : (sorted.get(middle - 1).perSecond() + sorted.get(middle).perSecond()) / 2;
    }
}
