package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.DUNNING;
import static org.reskontra.localstack.services.Service.INVOICE;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Comparison;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.RowCopy;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.Sample;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.Topics;
import org.reskontra.localstack.services.Service;

/**
 * From {@code due-date-passed} on the topic to the reminder decided, journalled and its letter queued, for cases whose day
 * has come, beside multi-row statements that write the same rows. Letters are kept from leaving: sending is another
 * matter.
 */
public final class Dunning implements Case {

    private static final int CASES = 20_000;
    private static final int ROUNDS = 3;
    private static final int RAW_BATCH = 1_000;
    private static final double RATIO_WANTED = 0.5;

    /** Past the due date, by more than the policy's first reminder. */
    private static final int DAYS_TO_REMINDER = 36;

    private static final String LETTERS_WAIT = """
            create schema if not exists raw;
            create or replace function raw.wait() returns trigger language plpgsql as
            $$ begin new.next_attempt_at := clock_timestamp() + interval '1 day'; return new; end $$;
            create or replace trigger letters_wait before insert on letter for each row execute function raw.wait()""";

    @Override
    public List<String> names() {
        return List.of("dunning");
    }

    @Override
    public Set<Service> services() {
        return EnumSet.of(INVOICE, DUNNING);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        try (var connection = stand.database(DUNNING)) {
            stand.say("dunning: the first case");
            var cases = new Cases(stand, connection, IssuedInvoices.on(stand));
            stand.say("dunning: warming up");
            cases.ours();
            stand.say("dunning: " + CASES + " cases");
            return List.of(Comparison.of(stand, DUNNING, ROUNDS, cases::raw, cases::ours)
                    .figure("dunning", "cases/s")
                    .ratioAtLeast(RATIO_WANTED));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Cases {

        private final Stand stand;
        private final Connection connection;
        private final UUID sample;
        private final PublishedRecord passed;
        private int series;

        Cases(Stand stand, Connection connection, IssuedInvoices invoices) {
            this.stand = stand;
            this.connection = connection;
            sample = invoices.issue();
            Stand.run(connection, LETTERS_WAIT);
            Stand.await(connection, "select count(*) = 1 from dunning_case where invoice_id = '" + sample + "'");
            // What a case looks like before its due date: the model of all others.
            Stand.run(
                    connection,
                    "create table raw.waiting as select * from dunning_case where invoice_id = '" + sample + "'",
                    "create table raw.heard as select * from consumer_position where aggregateid = '" + sample + "'");
            stand.post("/v1/sandbox-clock", "{\"today\": \"" + Stand.FIRST_DAY.plusDays(DAYS_TO_REMINDER) + "\"}");
            Stand.await(
                    connection,
                    "select state = 'LETTER_PENDING' from dunning_case where invoice_id = '" + sample + "'");
            passed = PublishedRecord.find(
                    stand, Topics.INVOICE_EVENTS, sample, EventCatalogue.typeOf(DueDatePassed.class));
        }

        /** Adds cases that wait for their due date; answers the number that they have in common. */
        private String open() {
            var number = "WAIT" + ++series;
            var columns = RowCopy.columns(connection, "dunning_case");
            var values = columns.stream()
                    .map(column -> switch (column) {
                        case "invoice_id" -> "uuidv7()";
                        case "invoice_number" -> "'" + number + "'";
                        default -> "w." + column;
                    })
                    .toList();
            Stand.run(
                    connection,
                    "insert into dunning_case (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                            + " from raw.waiting w, generate_series(1, " + CASES + ")",
                    "insert into consumer_position select h.source, c.invoice_id, h.tenant_id, h.version"
                            + " from raw.heard h, dunning_case c where c.invoice_number = '" + number + "'",
                    "vacuum analyze dunning_case",
                    "vacuum analyze consumer_position");
            return number;
        }

        private List<UUID> ids(String number) {
            try (var query = connection.createStatement();
                    var rows = query.executeQuery(
                            "select invoice_id from dunning_case where invoice_number = '" + number + "'")) {
                var ids = new ArrayList<UUID>();
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
                return ids;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Sample ours() {
            var records = ids(open()).stream().map(passed::about).toList();
            try (var producer = RawProducer.on(stand)) {
                long start = System.nanoTime();
                records.forEach(producer::send);
                producer.flush();
                Stand.await(
                        connection,
                        "select not exists (select from dunning_case where tenant_id = '" + stand.tenant()
                                + "' and state in ('WAITING', 'OVERDUE'))");
                return Sample.of(CASES, System.nanoTime() - start);
            }
        }

        Sample raw() {
            var ids = ids(open());
            List.of("case_journal", "letter").forEach(table -> RowCopy.twin(connection, table));
            try (var other = stand.database(DUNNING)) {
                other.setAutoCommit(false);
                var ofSample = "where invoice_id = '" + sample + "'";
                var journal = RowCopy.of(
                        other,
                        "case_journal",
                        "case_journal",
                        ofSample + " and seq > 1 order by seq",
                        List.of("recorded_at"));
                var letter = RowCopy.of(other, "letter", "letter", ofSample, List.of());
                long start = System.nanoTime();
                for (int from = 0; from < ids.size(); from += RAW_BATCH) {
                    var batch = ids.subList(from, Math.min(from + RAW_BATCH, ids.size()));
                    for (var id : batch) {
                        journal.add(Map.of("invoice_id", () -> id));
                        letter.add(Map.of("invoice_id", () -> id, "letter_id", UUID::randomUUID));
                    }
                    change(other, batch);
                    journal.write();
                    letter.write();
                    other.commit();
                }
                return Sample.of(ids.size(), System.nanoTime() - start);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The case is changed twice: when its due date has passed, and when the reminder is decided. */
        private void change(Connection other, List<UUID> batch) throws SQLException {
            var ids = other.createArrayOf("uuid", batch.toArray());
            for (var sql : List.of(
                    "update consumer_position set version = version + 1 where aggregateid = any (?)",
                    "update dunning_case set state = 'OVERDUE', next_action_on = due_date, version = version + 1,"
                            + " journal_length = journal_length + 1 where tenant_id = '" + stand.tenant()
                            + "' and invoice_id = any (?)",
                    "update dunning_case set state = 'LETTER_PENDING', next_action_on = null, version = version + 1,"
                            + " journal_length = journal_length + 1, step = 1, state_since = due_date where tenant_id = '"
                            + stand.tenant() + "' and invoice_id = any (?)")) {
                try (var statement = other.prepareStatement(sql)) {
                    statement.setArray(1, ids);
                    statement.executeUpdate();
                }
            }
        }
    }
}
