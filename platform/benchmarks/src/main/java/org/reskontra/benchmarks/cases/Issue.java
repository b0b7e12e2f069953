package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Comparison;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.Latencies;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.localstack.services.Service;

/** {@code POST /v1/invoices} beside transactions of the same rows over as many connections. */
public final class Issue implements Case {

    private static final int[] CLIENTS = {1, 8, 32, 128};
    private static final int USUAL_CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final int ROUNDS = 3;
    private static final double RATIO_WANTED = 0.5;
    private static final double P99_WANTED = 40;
    private static final double MEGABYTES_WANTED = 350;

    @Override
    public List<String> names() {
        return List.of("issue-1", "issue-8", "issue-32", "issue-128", "issue-half");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        return new Run(stand, IssuedInvoices.on(stand)).figures();
    }

    private static final class Run {

        private final Stand stand;
        private final IssuedInvoices invoices;
        private double peak;

        Run(Stand stand, IssuedInvoices invoices) {
            this.stand = stand;
            this.invoices = invoices;
        }

        List<Figure> figures() {
            stand.say("issue: warming up");
            ours(USUAL_CLIENTS, WARM_UP);
            var figures = new ArrayList<Figure>();
            for (int clients : CLIENTS) {
                figures.add(figure(clients));
            }
            figures.add(atHalfOfThePeak());
            double megabytes = stand.footprint(INVOICE).residentMb();
            figures.add(Figure.of("memory", "MB", megabytes)
                    .goal("under load at most " + MEGABYTES_WANTED + " MB", megabytes <= MEGABYTES_WANTED)
                    .note("invoice-service, after the load of these cases"));
            return figures;
        }

        private Figure figure(int clients) {
            stand.say("issue: " + clients + " clients");
            var comparison = Comparison.of(stand, INVOICE, ROUNDS, () -> raw(clients), () -> ours(clients, LENGTH));
            var both = comparison.both();
            peak = Math.max(peak, both.oursPerSecond());
            var latencies = both.latencies();
            var figure = comparison
                    .figure("issue-" + clients, "invoices/s")
                    .latency(latencies.millisAt(0.5), latencies.millisAt(0.99))
                    .note(both.failures() == 0 ? null : both.failures() + " failed");
            return clients == USUAL_CLIENTS ? figure.ratioAtLeast(RATIO_WANTED) : figure;
        }

        private Figure atHalfOfThePeak() {
            stand.say("issue: half of the peak");
            try (var load = invoices.load(USUAL_CLIENTS)) {
                var sample = load.at(peak / 2, LENGTH.multipliedBy(ROUNDS));
                double p99 = sample.latencies().millisAt(0.99);
                return Figure.of("issue-half", "invoices/s", sample.perSecond())
                        .latency(sample.latencies().millisAt(0.5), p99)
                        .goal("p99 at most " + P99_WANTED + " ms", p99 <= P99_WANTED && sample.failures() == 0);
            }
        }

        private Sample ours(int clients, Duration length) {
            try (var load = invoices.load(clients)) {
                return load.asFastAsPossible(length);
            }
        }

        private Sample raw(int connections) {
            try (var connection = stand.database(INVOICE)) {
                invoices.twins(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            try (var threads = Executors.newFixedThreadPool(connections)) {
                var writers = new ArrayList<IssuedInvoices.Writer>();
                for (int i = 0; i < connections; i++) {
                    writers.add(invoices.new Writer());
                }
                long start = System.nanoTime();
                long end = start + LENGTH.toNanos();
                var work = writers.stream()
                        .<Callable<Latencies>>map(writer -> () -> transactions(writer, end))
                        .toList();
                var all = new Latencies();
                for (Future<Latencies> done : threads.invokeAll(work)) {
                    all.addAll(done.get());
                }
                return new Sample(all.count(), System.nanoTime() - start, all, 0);
            } catch (SQLException | ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static Latencies transactions(IssuedInvoices.Writer writer, long end) throws SQLException {
            var latencies = new Latencies();
            try (writer) {
                for (long since = System.nanoTime(); since < end; since = System.nanoTime()) {
                    writer.add();
                    writer.commit();
                    latencies.add(System.nanoTime() - since);
                }
            }
            return latencies;
        }
    }
}
