package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Comparison;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.Latencies;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.localstack.services.Service;

/**
 * How old the receivables of a large book are, beside one statement that adds up what is open behind no tenant's wall; of
 * a day before all of it; and statements of single invoices in that book.
 */
public final class Aging implements Case {

    private static final int OPEN = 1_000_000;
    private static final int DUE_DATES = 10;
    private static final int DAYS_APART = 15;
    private static final double SECONDS_WANTED = 2;
    private static final int ROUNDS = 3;
    private static final int STATEMENTS = 300;
    private static final int WARM_UP = 100;
    private static final String PREFIX = "AGE";

    @Override
    public List<String> names() {
        return List.of("aging", "aging-past", "statement");
    }

    @Override
    public Set<Service> services() {
        return Set.of(INVOICE);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var invoices = IssuedInvoices.on(stand);
        try (var connection = stand.database(INVOICE)) {
            var book = new Book(stand, connection);
            book.fill(invoices);
            stand.say("aging: warming up");
            book.ours();
            stand.say("aging: of " + OPEN + " open invoices");
            var both = Comparison.of(stand, INVOICE, ROUNDS, book::raw, book::ours);
            double seconds = OPEN / both.both().oursPerSecond();
            stand.say("statement: of single invoices");
            return List.of(
                    both.figure("aging", "invoices/s")
                            .goal("at most " + SECONDS_WANTED + " s", seconds <= SECONDS_WANTED)
                            .note("%.2f s for %d open invoices".formatted(seconds, OPEN)),
                    book.ofTheDayBefore(),
                    book.statements());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Book(Stand stand, Connection connection) {

        /** Open invoices of several due dates, each with the posting and the three entries of its issue. */
        void fill(IssuedInvoices invoices) {
            for (int i = 0; i < DUE_DATES; i++) {
                stand.say("aging: filling the book, " + i + " of " + DUE_DATES);
                invoices.copy(
                        connection, OPEN / DUE_DATES, Stand.FIRST_DAY.minusDays((long) i * DAYS_APART), PREFIX + i);
            }
            Stand.run(
                    connection,
                    "set session_replication_role = replica",
                    """
                    with posting as (
                        insert into ledger_posting (id, tenant_id, invoice_id, kind, value_date, booking_date, known_at,
                                                    actor)
                        select uuidv7(), tenant_id, id, 'INVOICE_ISSUED', issue_date, issue_date, now(), 'bench'
                        from invoice where tenant_id = '%s' and number like '%s%%'
                        returning id, tenant_id, invoice_id, value_date, known_at)
                    insert into ledger_entry (posting_id, line, tenant_id, invoice_id, value_date, known_at, account,
                                              minor, currency, part)
                    select p.id, e.line, p.tenant_id, p.invoice_id, p.value_date, p.known_at, e.account,
                           case e.line when 1 then i.gross_minor when 2 then -i.net_minor else -i.vat_minor end,
                           i.currency, e.part
                    from posting p join invoice i on i.id = p.invoice_id,
                         (values (1, 1510, 'PRINCIPAL'), (2, 3001, null), (3, 2611, null)) as e(line, account, part)
                    """.formatted(stand.tenant(), PREFIX),
                    linked(),
                    "reset session_replication_role");
            for (var table : List.of("invoice", "ledger_posting", "ledger_entry")) {
                Stand.run(connection, "vacuum analyze " + table);
            }
        }

        /** One link behind the postings, as if all were linked: the chain is not what is measured. */
        private String linked() {
            return """
                    insert into ledger_link (tenant_id, position, posting_id, known_at, seq, content, seal)
                    select tenant_id, (select coalesce(max(position), 0) + 1 from ledger_link where tenant_id = '%1$s'),
                           id, known_at, seq, sha256('bench'), sha256('bench')
                    from ledger_posting where tenant_id = '%1$s' order by known_at desc, seq desc limit 1
                    """.formatted(stand.tenant());
        }

        Sample ours() {
            return asked("");
        }

        /** As of the day before the book was written: every one of its entries came later. */
        Figure ofTheDayBefore() {
            double seconds = asked("?on=" + Stand.FIRST_DAY.minusDays(1)).nanos() / 1e9;
            return Figure.of("aging-past", "s", seconds).note("of a day after which all entries of the book came");
        }

        private Sample asked(String query) {
            long start = System.nanoTime();
            stand.get("/v1/ledger/aging" + query);
            return Sample.of(OPEN, System.nanoTime() - start);
        }

        Sample raw() {
            long start = System.nanoTime();
            Stand.run(connection, """
                    select width_bucket(date '%2$s' - due_date - 1, array[0, 30, 60, 90]) as bucket, sum(owed_minor), count(*)
                    from invoice
                    where tenant_id = '%1$s' and state <> 'SETTLED'
                    group by bucket""".formatted(stand.tenant(), Stand.FIRST_DAY));
            return Sample.of(OPEN, System.nanoTime() - start);
        }

        /** One caller, who waits for each answer. */
        Figure statements() throws SQLException {
            var latencies = new Latencies();
            long nanos = 0;
            try (var query = connection.createStatement();
                    var ids = query.executeQuery("select id from invoice where tenant_id = '" + stand.tenant()
                            + "' and number like '" + PREFIX + "%' order by hashtext(number) limit "
                            + (WARM_UP + STATEMENTS))) {
                for (int n = 0; ids.next(); n++) {
                    long start = System.nanoTime();
                    stand.get("/v1/invoices/" + ids.getString(1) + "/statement?on=" + Stand.FIRST_DAY.plusDays(60));
                    long taken = System.nanoTime() - start;
                    if (n >= WARM_UP) {
                        latencies.add(taken);
                        nanos += taken;
                    }
                }
            }
            return Figure.of("statement", "statements/s", STATEMENTS * 1e9 / nanos)
                    .latency(latencies.millisAt(0.5), latencies.millisAt(0.99))
                    .note("one caller, one invoice of " + OPEN + " each");
        }
    }
}
