package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
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
 * A file of the bank whose payments settle an invoice each, but for every tenth, which nobody knows: from the upload
 * until the last one is booked and published, beside multi-row statements that write the same rows; and the same among
 * few and among many invoices that are settled already.
 */
public final class BankFile implements Case {

    private static final int PAYMENTS = 100_000;
    private static final int WARM_UP = 20_000;
    private static final int RAW_BATCH = 1_000;
    private static final int UNKNOWN = 10;
    private static final double RATIO_WANTED = 0.4;

    private static final int SMALL_BOOK = 200_000;
    private static final int LARGE_BOOK = 2_000_000;
    private static final int PAYMENTS_IN_BOOK = 50_000;
    private static final double GROWTH_WANTED = 1.3;

    @Override
    public List<String> names() {
        return List.of("bankfile", "bankfile-growth");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var invoices = IssuedInvoices.on(stand);
        try (var connection = stand.database(INVOICE)) {
            return new Book(stand, invoices, connection).figures();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Book {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final Stand stand;
        private final IssuedInvoices invoices;
        private final Connection connection;
        private int series;

        Book(Stand stand, IssuedInvoices invoices, Connection connection) {
            this.stand = stand;
            this.invoices = invoices;
            this.connection = connection;
        }

        List<Figure> figures() {
            stand.say("bankfile: warming up");
            ours(WARM_UP);
            stand.say("bankfile: " + PAYMENTS + " payments");
            var both = Comparison.of(stand, INVOICE, 1, this::raw, () -> ours(PAYMENTS));
            double small = in(SMALL_BOOK);
            double growth = in(LARGE_BOOK) / small;
            return List.of(
                    both.figure("bankfile", "payments/s").ratioAtLeast(RATIO_WANTED),
                    Figure.of("bankfile-growth", "times", growth)
                            .goal("at most " + GROWTH_WANTED, growth <= GROWTH_WANTED)
                            .note("time among " + LARGE_BOOK + " settled invoices by time among " + SMALL_BOOK));
        }

        /** How long a file takes once so many invoices at least are settled. */
        private double in(int settled) {
            stand.say("bankfile: growing the book to " + settled + " settled invoices");
            var paid = paid();
            int there = settled();
            if (there < settled) {
                IssuedInvoices.copy(
                        connection, paid, settled - there, Stand.FIRST_DAY.plusDays(30), "'S" + settled + "-' || n");
            }
            Stand.run(connection, "vacuum analyze invoice");
            stand.say("bankfile: among " + settled + " settled invoices");
            return ours(PAYMENTS_IN_BOOK).nanos();
        }

        private int settled() {
            try (var query = connection.createStatement();
                    var answer = query.executeQuery("select count(*) from invoice where state = 'SETTLED'")) {
                answer.next();
                return answer.getInt(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Adds open invoices; answers what their references begin with. */
        private String open(int count) {
            var beginning = Integer.toString(710 + ++series);
            IssuedInvoices.copy(
                    connection,
                    invoices.sample(),
                    count,
                    Stand.FIRST_DAY.plusDays(30),
                    "'" + beginning + "' || lpad(cast(n as text), 7, '0')");
            Stand.run(
                    connection,
                    "insert into event_version select 'invoice-events', id, 1 from invoice where number like '"
                            + beginning + "_______' on conflict do nothing",
                    "vacuum analyze invoice",
                    "vacuum analyze event_version");
            return beginning;
        }

        Sample ours(int count) {
            var beginning = open(count);
            var file = BgMax.file(series, count, IssuedInvoices.GROSS_MINOR, place -> reference(beginning, place));
            long start = System.nanoTime();
            var id = handIn(file);
            Stand.await(connection, "select state in ('DONE', 'FAILED') from bank_file where id = '" + id + "'");
            Stand.awaitPublished(connection);
            stand.awaitSealed(connection);
            var sample = Sample.of(count, System.nanoTime() - start);
            requireBooked(id, count);
            return sample;
        }

        private static String reference(String beginning, int place) {
            return (place % UNKNOWN == 0 ? "399" : beginning) + "%07d".formatted(place);
        }

        private String handIn(byte[] file) {
            return read(stand.send(stand.request("/v1/bank-files", stand.integrator())
                            .header("Content-Type", "application/octet-stream")
                            .POST(BodyPublishers.ofByteArray(file))
                            .build()))
                    .path("id")
                    .asText();
        }

        private void requireBooked(String id, int count) {
            var answer = read(stand.get("/v1/bank-files/" + id));
            long matched = (count - count / UNKNOWN) * IssuedInvoices.GROSS_MINOR;
            if (!answer.path("state").asText().equals("DONE")
                    || answer.at("/money/0/matched/minor").asLong() != matched) {
                throw new IllegalStateException("the file went wrong: " + answer);
            }
        }

        private static JsonNode read(String json) {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** An invoice that the service has settled by a file, the model of others. */
        private UUID paid() {
            var paid = invoices.issue();
            var reference = read(stand.get("/v1/invoices/" + paid))
                    .path("paymentReference")
                    .asText();
            var file = BgMax.file(
                    ++series, 2, IssuedInvoices.GROSS_MINOR, place -> place == 1 ? reference : "399" + series);
            News.keep(
                    connection,
                    () -> Stand.await(
                            connection, "select state = 'DONE' from bank_file where id = '" + handIn(file) + "'"));
            stand.awaitSealed(connection);
            return paid;
        }

        /** The rows of the two payments of a file that the service has booked, as often, and as many invoices changed. */
        Sample raw() {
            var paid = paid();
            var beginning = open(PAYMENTS);
            List.of("payment", "ledger_posting", "ledger_entry", "ledger_link", "outbox", "bank_entry")
                    .forEach(table -> RowCopy.twin(connection, table));
            try (var rows = new Rows(stand.database(INVOICE), paid)) {
                long start = System.nanoTime();
                for (int from = 0; from < PAYMENTS; from += RAW_BATCH) {
                    rows.write(beginning, from + 1, from + RAW_BATCH);
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
        private final Booked matched;
        private final Booked held;
        private final RowCopy news;

        Rows(Connection connection, UUID paid) throws SQLException {
            this.connection = connection;
            this.paid = paid;
            connection.setAutoCommit(false);
            var payment = "select id from payment where invoice_id = '" + paid + "'";
            matched = new Booked(connection, payment);
            held = new Booked(
                    connection,
                    "select payment_id from bank_entry where number = 2 and file_id ="
                            + " (select file_id from bank_entry where payment_id = (" + payment + "))");
            news = RowCopy.of(
                    connection,
                    News.KEPT,
                    "outbox",
                    "where aggregateid = '" + paid + "' and aggregateversion > 1",
                    List.of("seq"));
        }

        void write(String beginning, int from, int to) throws SQLException {
            for (int n = from; n <= to; n++) {
                boolean known = n % UNKNOWN != 0;
                (known ? matched : held).add(n);
                if (known) {
                    news.add(Map.of("id", UUID::randomUUID));
                }
            }
            matched.write();
            held.write();
            news.write();
            Stand.run(connection, """
                    with settled as (
                        update invoice i
                        set state = s.state, principal_minor = s.principal_minor, history = s.history,
                            settled_on = s.settled_on, settled_from = s.settled_from, version = i.version + 1
                        from invoice s
                        where s.id = '%s' and i.tenant_id = s.tenant_id
                          and i.number in (select '%s' || lpad(cast(n as text), 7, '0')
                                           from generate_series(%d, %d) n where n %% %d <> 0)
                        returning i.id)
                    update event_version v set version = v.version + 2
                    from settled where v.aggregatetype = 'invoice-events' and v.aggregateid = settled.id""".formatted(paid, beginning, from, to, UNKNOWN));
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** The rows of one payment of a file: itself, its posting and what became of its entry. */
    private static final class Booked {

        private final RowCopy payment;
        private final RowCopy posting;
        private final RowCopy entries;
        private final Links links;
        private final RowCopy told;

        Booked(Connection connection, String id) throws SQLException {
            payment = RowCopy.of(connection, "payment", "payment", "where id = (" + id + ")", List.of());
            var ofPayment = "where payment_id = (" + id + ")";
            posting = RowCopy.of(connection, "ledger_posting", "ledger_posting", ofPayment, List.of("seq"));
            entries = RowCopy.of(
                    connection,
                    "ledger_entry",
                    "ledger_entry",
                    "where posting_id = (select id from ledger_posting " + ofPayment + ") order by line",
                    List.of());
            links = new Links(connection, "select id from ledger_posting " + ofPayment);
            told = RowCopy.of(connection, "bank_entry", "bank_entry", ofPayment, List.of());
        }

        void add(int n) throws SQLException {
            var paymentId = UUID.randomUUID();
            var postingId = UUID.randomUUID();
            Supplier<UUID> its = () -> paymentId;
            payment.add(Map.of("id", its));
            posting.add(Map.of("id", () -> postingId, "payment_id", its));
            entries.add(Map.of("posting_id", () -> postingId));
            links.add(postingId);
            told.add(Map.of("number", () -> n, "identity", () -> "BGMAX|RAW|" + n, "payment_id", its));
        }

        void write() throws SQLException {
            payment.write();
            posting.write();
            entries.write();
            links.write();
            told.write();
        }
    }
}
