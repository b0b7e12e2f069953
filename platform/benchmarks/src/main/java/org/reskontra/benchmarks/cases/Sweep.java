package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Comparison;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.RowCopy;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.localstack.services.Service;

/**
 * The day on which many invoices have fallen due, in books of several sizes, beside one statement that marks the same
 * rows and inserts as many messages.
 */
public final class Sweep implements Case {

    private static final int DUE = 100_000;
    private static final int SMALL_BOOK = 200_000;
    private static final int BOOK = 1_000_000;
    private static final int LARGE_BOOK = 2_000_000;
    private static final double RATIO_WANTED = 0.8;
    private static final double GROWTH_WANTED = 1.3;

    @Override
    public List<String> names() {
        return List.of("sweep", "sweep-growth");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var invoices = IssuedInvoices.on(stand);
        try (var connection = stand.database(INVOICE)) {
            return new Days(stand, invoices, connection).figures();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Days {

        private final Stand stand;
        private final IssuedInvoices invoices;
        private final Connection connection;
        private LocalDate today = Stand.FIRST_DAY;
        private int open;

        Days(Stand stand, IssuedInvoices invoices, Connection connection) {
            this.stand = stand;
            this.invoices = invoices;
            this.connection = connection;
        }

        List<Figure> figures() {
            grow(SMALL_BOOK);
            stand.say("sweep: warming up");
            ours();
            stand.say("sweep: in a book of " + SMALL_BOOK);
            double small = ours().nanos();
            grow(BOOK);
            stand.say("sweep: in a book of " + BOOK);
            var both = Comparison.of(stand, INVOICE, 2, this::raw, this::ours);
            grow(LARGE_BOOK);
            stand.say("sweep: in a book of " + LARGE_BOOK);
            double growth = ours().nanos() / small;
            return List.of(
                    both.figure("sweep", "invoices/s").ratioAtLeast(RATIO_WANTED),
                    Figure.of("sweep-growth", "times", growth)
                            .goal("at most " + GROWTH_WANTED, growth <= GROWTH_WANTED)
                            .note("time in a book of " + LARGE_BOOK + " by time in one of " + SMALL_BOOK));
        }

        /** Adds invoices that fall due in the far future. */
        private void grow(int size) {
            stand.say("sweep: growing the book to " + size);
            invoices.copy(connection, size - open, LocalDate.of(2099, 12, 31), "F" + size);
            Stand.run(connection, "vacuum analyze invoice");
            open = size;
        }

        /** Adds invoices whose due date is today, so that tomorrow is the day. */
        private void due() {
            invoices.copy(connection, DUE, today, "D" + today);
            today = today.plusDays(1);
        }

        private Sample ours() {
            due();
            long start = System.nanoTime();
            stand.post("/v1/sandbox-clock", "{\"today\": \"" + today + "\"}");
            Stand.await(
                    connection,
                    "select not exists (select from invoice where tenant_id = '" + stand.tenant()
                            + "' and state = 'OPEN' and due_date < '" + today + "')");
            var sample = Sample.of(DUE, System.nanoTime() - start);
            Stand.awaitPublished(connection);
            return sample;
        }

        private Sample raw() {
            due();
            List.of("outbox", "event_version").forEach(table -> RowCopy.twin(connection, table));
            long start = System.nanoTime();
            Stand.run(connection, """
                    with passed as (
                        update invoice set state = 'OVERDUE', version = version + 1
                        where tenant_id = '%1$s' and state = 'OPEN' and due_date < '%2$s'
                        returning *),
                    counted as (
                        insert into raw.event_version select 'invoice-events', id, 2 from passed)
                    insert into raw.outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, aggregateversion,
                                            shard)
                    select uuidv7(), 'invoice-events', id, 'org.reskontra.due-date-passed.v1',
                           json_build_object('invoice', id, 'customer', customer_id, 'dueDate', due_date,
                               'outstanding', json_build_object(
                                   'principal', money_json(principal_minor, currency),
                                   'interest', money_json(interest_minor, currency),
                                   'costs', money_json(costs_minor, currency),
                                   'total', money_json(principal_minor + interest_minor + costs_minor, currency))),
                           tenant_id, 2, 0
                    from passed""".formatted(stand.tenant(), today));
            var sample = Sample.of(DUE, System.nanoTime() - start);
            stand.post("/v1/sandbox-clock", "{\"today\": \"" + today + "\"}");
            return sample;
        }
    }
}
