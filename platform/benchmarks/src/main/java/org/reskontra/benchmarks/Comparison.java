package org.reskontra.benchmarks;

import java.util.function.Supplier;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.localstack.services.Service;

/**
 * A service beside the raw limit, and what it took of the machine meanwhile.
 *
 * @param cpuSecondsPerThousand the service's own time for a thousand items
 */
public record Comparison(Alternating both, double rssMb, double cpuSecondsPerThousand) {

    /** Lets the raw limit and the service work in turns, so many times each. */
    public static Comparison of(Stand stand, Service service, int rounds, Supplier<Sample> raw, Supplier<Sample> ours) {
        var before = stand.footprint(service);
        var both = Alternating.run(rounds, raw, ours);
        var after = stand.footprint(service);
        return new Comparison(both, after.residentMb(), 1000 * after.cpuSecondsSince(before) / both.items());
    }

    /** Its line of the table, still without a goal. */
    public Figure figure(String name, String unit) {
        return Figure.of(name, unit, both.oursPerSecond())
                .beside(both.rawPerSecond(), both.ratio())
                .cost(rssMb, cpuSecondsPerThousand);
    }
}
