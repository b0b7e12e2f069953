package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.DUNNING;
import static org.reskontra.localstack.services.Service.INVOICE;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.HttpLoad;
import org.reskontra.localstack.services.Service;

/**
 * Ten minutes at seven tenths of the rate that the whole chain can keep up: invoices are issued, and all four services
 * take note of each. What they take of memory must not grow, and nothing may be left behind.
 */
public final class Soak implements Case {

    private static final int CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration SETTLING = Duration.ofMinutes(1);
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final double PART_OF_PEAK = 0.7;
    private static final double GROWTH_WANTED = 1.1;

    @Override
    public List<String> names() {
        return List.of("soak", "soak-memory", "soak-rest");
    }

    @Override
    public Set<Service> services() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public Optional<String> page() {
        return Optional.of("soak.md");
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var invoices = IssuedInvoices.on(stand);
        try (var load = invoices.load(CLIENTS)) {
            stand.say("soak: warming up");
            load.asFastAsPossible(WARM_UP);
            rest(stand);
            stand.say("soak: what the chain can keep up");
            double rate = PART_OF_PEAK * sustained(stand, load);
            stand.say("soak: settling");
            load.at(rate, SETTLING);
            var before = memory(stand);
            stand.say("soak: ten minutes at " + Math.round(rate) + " invoices/s");
            var sample = load.at(rate, LENGTH);
            var after = memory(stand);
            long end = System.nanoTime();
            rest(stand);
            double toRest = (System.nanoTime() - end) / 1e9;
            var figures = new ArrayList<Figure>();
            figures.add(Figure.of("soak", "invoices/s", sample.perSecond())
                    .latency(
                            sample.latencies().millisAt(0.5), sample.latencies().millisAt(0.99))
                    .goal("none fails", sample.failures() == 0)
                    .note(sample.items() + " invoices in all"));
            for (var service : Service.values()) {
                figures.add(memory(service, before, after));
            }
            figures.add(Figure.of("soak-rest", "s", toRest)
                    .note("from the last answer until every event is published and every case is open"));
            return figures;
        }
    }

    /** Invoices a second, counting the time until all four services have taken note. */
    private static double sustained(Stand stand, HttpLoad load) {
        long start = System.nanoTime();
        long issued = load.asFastAsPossible(WARM_UP).items();
        rest(stand);
        return issued * 1e9 / (System.nanoTime() - start);
    }

    private static Figure memory(Service service, Map<Service, Double> before, Map<Service, Double> after) {
        double start = before.getOrDefault(service, 0.0);
        double end = after.getOrDefault(service, 0.0);
        return Figure.of("soak-memory", "MB", end)
                .beside(start, start / end)
                .goal("at most " + GROWTH_WANTED + " times the start", end <= GROWTH_WANTED * start)
                .note(service.fullName() + "; the first figure is of the start");
    }

    private static Map<Service, Double> memory(Stand stand) {
        Map<Service, Double> memory = new EnumMap<>(Service.class);
        for (var service : Service.values()) {
            memory.put(service, stand.footprint(service).residentMb());
        }
        return memory;
    }

    private static void rest(Stand stand) {
        try (var receivables = stand.database(INVOICE);
                var cases = stand.database(DUNNING)) {
            Stand.awaitPublished(receivables);
            try (var query = receivables.createStatement();
                    var issued = query.executeQuery("select count(*) from invoice")) {
                issued.next();
                Stand.await(cases, "select count(*) >= " + issued.getLong(1) + " from dunning_case");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
