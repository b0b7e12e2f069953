package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Comparison;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.RowCopy;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.localstack.services.Service;

/**
 * Files of payments, each of which settles an invoice that its reference names: from the upload until the last one is
 * allocated, posted and published, beside multi-row statements that write the same rows.
 */
public final class Payments implements Case {

    private static final int PAYMENTS = 100_000;
    private static final int WARM_UP = 20_000;
    private static final int RAW_BATCH = 1_000;
    private static final double RATIO_WANTED = 0.4;
    private static final Uploads UPLOADS = new Uploads("/v1/payment-imports");

    @Override
    public List<String> names() {
        return List.of("payments");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var invoices = IssuedInvoices.on(stand);
        try (var connection = stand.database(INVOICE)) {
            var book = new Book(stand, invoices, connection);
            stand.say("payments: warming up");
            book.ours(WARM_UP);
            stand.say("payments: " + PAYMENTS + " payments");
            return List.of(Comparison.of(stand, INVOICE, 1, book::raw, () -> book.ours(PAYMENTS))
                    .figure("payments", "payments/s")
                    .ratioAtLeast(RATIO_WANTED));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Book {

        private final Stand stand;
        private final IssuedInvoices invoices;
        private final Connection connection;
        private int series;

        Book(Stand stand, IssuedInvoices invoices, Connection connection) {
            this.stand = stand;
            this.invoices = invoices;
            this.connection = connection;
        }

        /** Adds open invoices; answers the part of their references before the number. */
        private String open(int count) {
            var prefix = "PAY" + ++series;
            invoices.copy(connection, count, Stand.FIRST_DAY.plusDays(30), prefix);
            Stand.run(
                    connection,
                    "insert into event_version select 'invoice-events', id, 1 from invoice where number like '" + prefix
                            + "-%' on conflict do nothing",
                    "vacuum analyze invoice",
                    "vacuum analyze event_version");
            return prefix;
        }

        Sample ours(int count) {
            var prefix = open(count);
            var files = Uploads.files(count, (from, to) -> file(prefix, from, to));
            long start = System.nanoTime();
            UPLOADS.takeIn(stand, files);
            Stand.awaitPublished(connection);
            stand.awaitSealed(connection);
            return Sample.of(count, System.nanoTime() - start);
        }

        private static String file(String prefix, int from, int to) {
            var file = new StringBuilder((to - from) * 150);
            for (int n = from + 1; n <= to; n++) {
                file.append("""
                        {"id": "%s", "reference": "%s-%d", "amount": {"minor": %d, "currency": "SEK"}, \
                        "bookingDate": "%s"}
                        """.formatted(UUID.randomUUID(), prefix, n, IssuedInvoices.GROSS_MINOR, Stand.FIRST_DAY));
            }
            return file.toString();
        }

        /** The rows of a payment that the service has booked, as often, and as many invoices changed. */
        Sample raw() {
            var paid = invoices.issue();
            News.keep(connection, () -> invoices.pay(paid));
            stand.awaitSealed(connection);
            var prefix = open(PAYMENTS);
            List.of("payment", "ledger_posting", "ledger_entry", "ledger_link", "outbox")
                    .forEach(table -> RowCopy.twin(connection, table));
            try (var rows = new Rows(stand.database(INVOICE), paid)) {
                long start = System.nanoTime();
                for (int from = 0; from < PAYMENTS; from += RAW_BATCH) {
                    rows.write(prefix, from + 1, from + RAW_BATCH);
                }
                return Sample.of(PAYMENTS, System.nanoTime() - start);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Rows implements AutoCloseable {

        private final Connection connection;
        private final UUID paid;
        private final RowCopy payment;
        private final RowCopy posting;
        private final RowCopy entries;
        private final Links links;
        private final RowCopy news;

        Rows(Connection connection, UUID paid) throws SQLException {
            this.connection = connection;
            this.paid = paid;
            connection.setAutoCommit(false);
            var ofPayment = "where payment_id = (select id from payment where invoice_id = '" + paid + "')";
            payment = RowCopy.of(connection, "payment", "payment", "where invoice_id = '" + paid + "'", List.of());
            posting = RowCopy.of(connection, "ledger_posting", "ledger_posting", ofPayment, List.of("seq"));
            entries = RowCopy.of(
                    connection,
                    "ledger_entry",
                    "ledger_entry",
                    "where posting_id = (select id from ledger_posting " + ofPayment + ") order by line",
                    List.of());
            links = new Links(connection, "select id from ledger_posting " + ofPayment);
            news = RowCopy.of(
                    connection,
                    News.KEPT,
                    "outbox",
                    "where aggregateid = '" + paid + "' and aggregateversion > 1",
                    List.of("seq"));
        }

        void write(String prefix, int from, int to) throws SQLException {
            for (int n = from; n <= to; n++) {
                var paymentId = UUID.randomUUID();
                var postingId = UUID.randomUUID();
                Map<String, Supplier<?>> newId = Map.of("id", UUID::randomUUID);
                payment.add(Map.of("id", () -> paymentId));
                posting.add(Map.of("id", () -> postingId, "payment_id", () -> paymentId));
                entries.add(Map.of("posting_id", () -> postingId));
                links.add(postingId);
                news.add(newId);
            }
            payment.write();
            posting.write();
            entries.write();
            links.write();
            news.write();
            Stand.run(connection, """
                    with settled as (
                        update invoice i
                        set state = s.state, principal_minor = s.principal_minor, history = s.history,
                            settled_on = s.settled_on, settled_from = s.settled_from, version = i.version + 1
                        from invoice s
                        where s.id = '%s' and i.tenant_id = s.tenant_id
                          and i.number in (select '%s-' || n from generate_series(%d, %d) n)
                        returning i.id)
                    update event_version v set version = v.version + 2
                    from settled where v.aggregatetype = 'invoice-events' and v.aggregateid = settled.id""".formatted(paid, prefix, from, to));
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
