package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Comparison;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.localstack.services.Service;

/** Files of invoices, from the upload to the last invoice issued and sealed, beside multi-row inserts of the same rows. */
public final class Bulk implements Case {

    private static final int INVOICES = 100_000;
    private static final int WARM_UP = 20_000;
    private static final int RAW_BATCH = 1_000;
    private static final double RATIO_WANTED = 0.5;
    private static final Uploads UPLOADS = new Uploads("/v1/invoice-imports");

    @Override
    public List<String> names() {
        return List.of("bulk");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var invoices = IssuedInvoices.on(stand);
        stand.say("bulk: warming up");
        ours(stand, invoices, WARM_UP);
        stand.say("bulk: " + INVOICES + " invoices");
        return List.of(
                Comparison.of(stand, INVOICE, 1, () -> raw(stand, invoices), () -> ours(stand, invoices, INVOICES))
                        .figure("bulk", "invoices/s")
                        .ratioAtLeast(RATIO_WANTED));
    }

    private static Sample ours(Stand stand, IssuedInvoices invoices, int count) {
        var files = Uploads.files(count, (from, to) -> file(invoices, to - from));
        long start = System.nanoTime();
        UPLOADS.takeIn(stand, files);
        try (var connection = stand.database(INVOICE)) {
            stand.awaitSealed(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Sample.of(count, System.nanoTime() - start);
    }

    private static String file(IssuedInvoices invoices, int lines) {
        var file = new StringBuilder(lines * 600);
        for (int i = 0; i < lines; i++) {
            file.append(invoices.line()).append('\n');
        }
        return file.toString();
    }

    private static Sample raw(Stand stand, IssuedInvoices invoices) {
        try (var connection = stand.database(INVOICE)) {
            invoices.twins(connection);
            try (var writer = invoices.new Writer()) {
                long start = System.nanoTime();
                for (int i = 0; i < INVOICES; i++) {
                    writer.add();
                    if ((i + 1) % RAW_BATCH == 0) {
                        writer.commit();
                    }
                }
                return Sample.of(INVOICES, System.nanoTime() - start);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
