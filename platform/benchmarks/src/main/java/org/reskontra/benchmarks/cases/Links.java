package org.reskontra.benchmarks.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.reskontra.benchmarks.RowCopy;

/** The rows that seal postings, like that of one posting. */
final class Links {

    private static final AtomicLong POSITIONS = new AtomicLong();

    private final RowCopy link;

    /** @param posting that is sealed: an SQL query for its id */
    Links(Connection connection, String posting) throws SQLException {
        link = RowCopy.of(connection, "ledger_link", "ledger_link", "where posting_id = (" + posting + ")", List.of());
    }

    void add(UUID posting) throws SQLException {
        link.add(Map.of("position", POSITIONS::incrementAndGet, "posting_id", () -> posting));
    }

    void write() throws SQLException {
        link.write();
    }
}
