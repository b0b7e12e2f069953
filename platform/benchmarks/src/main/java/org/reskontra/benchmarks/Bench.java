package org.reskontra.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reskontra.benchmarks.cases.Aging;
import org.reskontra.benchmarks.cases.BankFile;
import org.reskontra.benchmarks.cases.Bulk;
import org.reskontra.benchmarks.cases.Dunning;
import org.reskontra.benchmarks.cases.Generator;
import org.reskontra.benchmarks.cases.Issue;
import org.reskontra.benchmarks.cases.Payments;
import org.reskontra.benchmarks.cases.RelayedEvents;
import org.reskontra.benchmarks.cases.Soak;
import org.reskontra.benchmarks.cases.Startup;
import org.reskontra.benchmarks.cases.Stop;
import org.reskontra.benchmarks.cases.Sweep;
import org.reskontra.localstack.services.Service;

/**
 * Measures the platform beside the raw limit of the same database and broker.
 *
 * <pre>{@code bench [CASE ...]}</pre>
 *
 * Cases by the names of the table's lines; all of them but {@code soak} when none is named. Prints the table and writes it to
 * {@code target/bench.json}; a run of all cases also to {@code docs/benchmarks/latest.md}.
 */
public final class Bench {

    private Bench() {}

    private static List<Case> all() {
        return List.of(
                new Generator(),
                new Issue(),
                new Bulk(),
                new Payments(),
                new BankFile(),
                new RelayedEvents(),
                new Sweep(),
                new Aging(),
                new Dunning(),
                new Stop(),
                new Startup(),
                new Soak());
    }

    public static void main(String[] arguments) {
        var wanted = Set.copyOf(List.of(arguments));
        var cases = all().stream()
                .filter(one -> wanted.isEmpty()
                        ? one.page().isEmpty()
                        : one.names().stream().anyMatch(wanted::contains))
                .toList();
        var known = all().stream().flatMap(one -> one.names().stream()).toList();
        if (!known.containsAll(wanted)) {
            System.err.println("The cases are: " + String.join(", ", known));
            System.exit(2);
        }
        var progress = new ProgressLine();
        var figures = new ArrayList<Figure>();
        byServices(cases).forEach((services, together) -> {
            try (var stand = Stand.start(Path.of(""), services, progress::say)) {
                if (services.contains(Service.INVOICE)) {
                    stand.enterCreditor();
                }
                together.forEach(one -> figures.addAll(one.measure(stand)));
            }
        });
        progress.end();
        var report = new Report(figures, Duration.ofNanos(System.nanoTime() - progress.start()));
        System.out.print(report.text());
        report.writeJson(Path.of("target", "bench.json"));
        var page = wanted.isEmpty()
                ? Optional.of("latest.md")
                : cases.stream().flatMap(one -> one.page().stream()).findFirst();
        page.ifPresent(name -> report.writePage(Path.of("docs", "benchmarks", name)));
    }

    private static Map<Set<Service>, List<Case>> byServices(List<Case> cases) {
        var groups = new LinkedHashMap<Set<Service>, List<Case>>();
        cases.forEach(one -> groups.computeIfAbsent(one.services(), services -> new ArrayList<>())
                .add(one));
        return groups;
    }
}
