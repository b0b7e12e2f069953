package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import io.vertx.core.buffer.Buffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.reskontra.benchmarks.RowCopy;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.HttpLoad;

/** Invoices of three lines, as a creditor sends them, and the same rows by plain SQL. */
final class IssuedInvoices {

    /** What each of them comes to. */
    static final long GROSS_MINOR = 906_375;

    private static final int CUSTOMERS = 100;

    private static final AtomicLong NUMBERS = new AtomicLong(1_000_000_000L);

    private final Stand stand;
    private final List<UUID> customers;
    private final UUID sample;

    private IssuedInvoices(Stand stand, List<UUID> customers, UUID sample) {
        this.stand = stand;
        this.customers = customers;
        this.sample = sample;
    }

    /** Enters customers and issues one invoice, the model of the raw rows. */
    static IssuedInvoices on(Stand stand) {
        var customers = new ArrayList<UUID>();
        for (int i = 0; i < CUSTOMERS; i++) {
            var id = UUID.randomUUID();
            stand.post("/v1/customers", """
                    {"id": "%s", "number": "K-%s", "kind": "BUSINESS", "country": "SE", "legalName": "Kund %d AB",
                     "legalForm": "AB", "identityNumber": "5560360793", "emails": ["k%d@example.test"],
                     "language": "sv"}""".formatted(id, id, i, i));
            customers.add(id);
        }
        var sample = UUID.randomUUID();
        try (var connection = stand.database(INVOICE)) {
            News.keep(
                    connection,
                    () -> stand.post("/v1/invoices", json(customers.getFirst(), "\"id\": \"" + sample + "\",")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new IssuedInvoices(stand, customers, sample);
    }

    /** Issues one through the service. */
    UUID issue() {
        var id = UUID.randomUUID();
        stand.post("/v1/invoices", json(customers.getFirst(), "\"id\": \"" + id + "\","));
        return id;
    }

    /** A load of new invoices by so many clients. */
    HttpLoad load(int clients) {
        return new HttpLoad(
                stand.vertx(),
                stand.platform().url(INVOICE) + "/v1/invoices",
                stand.integrator(),
                clients,
                201,
                this::body);
    }

    /** Pays an invoice in full. */
    void pay(UUID invoice) {
        stand.post("/v1/payments", """
                {"invoiceId": "%s", "amount": {"minor": %d, "currency": "SEK"}, "bookingDate": "%s"}""".formatted(invoice, GROSS_MINOR, Stand.FIRST_DAY));
    }

    Buffer body(long n) {
        return Buffer.buffer(json(customers.get((int) (n % CUSTOMERS)), ""));
    }

    /** A line of a file, with a number of its own. */
    String line() {
        return json(
                        customers.get((int) (NUMBERS.get() % CUSTOMERS)),
                        "\"number\": \"" + NUMBERS.incrementAndGet() + "\",")
                .replace("\n", " ");
    }

    private static String json(UUID customer, String more) {
        return """
                {%s "customerId": "%s", "issueDate": "%s", "dueDate": "%s", "reminderFeeAgreed": true, "lines": [
                {"description": "Planed timber 45 x 95, by the metre", "quantity": "120",
                 "unitPrice": {"minor": 4950, "currency": "SEK"}, "vatRate": "0.25"},
                {"description": "Screws, stainless", "quantity": "4",
                 "unitPrice": {"minor": 17900, "currency": "SEK"}, "vatRate": "0.25"},
                {"description": "Delivery", "quantity": "1",
                 "unitPrice": {"minor": 59500, "currency": "SEK"}, "vatRate": "0.25"}]}""".formatted(more, customer, Stand.FIRST_DAY, Stand.FIRST_DAY.plusDays(30));
    }

    /** Copies the sample into the book, past the service, with another due date. */
    void copy(Connection connection, int count, LocalDate due, String prefix) {
        copy(connection, sample, count, due, "'" + prefix + "-' || n");
    }

    /**
     * Copies an invoice into the book, past the service.
     *
     * @param number of the copy {@code n}, counted from 1, and its payment reference: an SQL expression
     */
    static void copy(Connection connection, UUID model, int count, LocalDate due, String number) {
        var own = Map.of(
                "id", "uuidv7()", "number", number, "payment_reference", number, "due_date", "date '" + due + "'");
        var columns = RowCopy.columns(connection, "invoice");
        var values = columns.stream()
                .map(column -> own.getOrDefault(column, "i." + column))
                .collect(Collectors.joining(", "));
        // The customer is there: looking for it a million times would only take time.
        Stand.run(
                connection,
                "set session_replication_role = replica",
                "insert into invoice (" + String.join(", ", columns) + ") select " + values
                        + " from invoice i, generate_series(1, " + count + ") n where i.id = '" + model + "'",
                "reset session_replication_role");
    }

    UUID sample() {
        return sample;
    }

    /** Empty twins of the tables. */
    void twins(Connection connection) {
        List.of("invoice", "ledger_posting", "ledger_entry", "ledger_link", "event_version", "outbox")
                .forEach(table -> RowCopy.twin(connection, table));
    }

    /** Writes the rows of invoices: one prepared statement per table, whatever the number of invoices. */
    final class Writer implements AutoCloseable {

        private final Connection connection;
        private final RowCopy invoice;
        private final RowCopy posting;
        private final RowCopy entries;
        private final RowCopy version;
        private final RowCopy outbox;
        private final Links links;

        Writer() throws SQLException {
            connection = stand.database(INVOICE);
            stand.awaitSealed(connection);
            connection.setAutoCommit(false);
            links = new Links(connection, "select id from ledger_posting where invoice_id = '" + sample + "'");
            invoice = RowCopy.of(connection, "invoice", "invoice", "where id = '" + sample + "'", List.of());
            posting = RowCopy.of(
                    connection,
                    "ledger_posting",
                    "ledger_posting",
                    "where invoice_id = '" + sample + "'",
                    List.of("seq"));
            entries = RowCopy.of(
                    connection,
                    "ledger_entry",
                    "ledger_entry",
                    "where posting_id = (select id from ledger_posting where invoice_id = '" + sample + "')"
                            + " order by line",
                    List.of());
            version = RowCopy.of(
                    connection, "event_version", "event_version", "where aggregateid = '" + sample + "'", List.of());
            outbox =
                    RowCopy.of(connection, News.KEPT, "outbox", "where aggregateid = '" + sample + "'", List.of("seq"));
        }

        void add() throws SQLException {
            var id = UUID.randomUUID();
            var postingId = UUID.randomUUID();
            var number = Long.toString(NUMBERS.incrementAndGet());
            Map<String, Supplier<?>> invoiceValues =
                    Map.of("id", () -> id, "number", () -> number, "payment_reference", () -> number);
            invoice.add(invoiceValues);
            posting.add(Map.of("id", () -> postingId, "invoice_id", () -> id));
            entries.add(Map.of("posting_id", () -> postingId));
            links.add(postingId);
            version.add(Map.of("aggregateid", () -> id));
            outbox.add(Map.of("id", UUID::randomUUID, "aggregateid", () -> id));
        }

        void commit() throws SQLException {
            invoice.write();
            posting.write();
            entries.write();
            links.write();
            version.write();
            outbox.write();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
