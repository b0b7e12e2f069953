package org.reskontra.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes rows like those of a table into a twin of it in schema {@code raw}: same columns, indexes and sizes, by one
 * prepared statement. Not for several threads.
 */
public final class RowCopy implements AutoCloseable {

    private final PreparedStatement insert;
    private final List<Object[]> templates;
    private final List<String> columns;

    private RowCopy(PreparedStatement insert, List<Object[]> templates, List<String> columns) {
        this.insert = insert;
        this.templates = templates;
        this.columns = columns;
    }

    /** Makes the twin, empty. */
    public static void twin(Connection connection, String table) {
        Stand.run(
                connection,
                "create schema if not exists raw",
                "drop table if exists raw." + table,
                "create table raw." + table + " (like public." + table + " including all)");
    }

    /**
     * Takes rows as templates.
     *
     * @param source with its schema
     * @param table whose twin is written to
     * @param where which rows of the source, with an order if there are several
     * @param leftOut columns that the database fills in
     */
    public static RowCopy of(Connection connection, String source, String table, String where, List<String> leftOut)
            throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select * from " + source + " " + where)) {
            var kept = columns(connection, source).stream()
                    .filter(name -> !leftOut.contains(name))
                    .toList();
            var templates = new ArrayList<Object[]>();
            while (rows.next()) {
                var values = new Object[kept.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.getObject(kept.get(i));
                }
                templates.add(values);
            }
            if (templates.isEmpty()) {
                throw new IllegalStateException("no row of " + source + " to take as a template");
            }
            var insert = connection.prepareStatement("insert into raw." + table + " (" + String.join(", ", kept)
                    + ") values (" + String.join(", ", Collections.nCopies(kept.size(), "?")) + ")");
            return new RowCopy(insert, templates, kept);
        }
    }

    /** The columns of a table, in their order. */
    public static List<String> columns(Connection connection, String table) {
        try (var query = connection.createStatement();
                var none = query.executeQuery("select * from " + table + " where false")) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int templates() {
        return templates.size();
    }

    /** Adds each template once to the batch, with new values in some columns. */
    public void add(Map<String, Supplier<?>> changed) throws SQLException {
        for (var template : templates) {
            for (int i = 0; i < template.length; i++) {
                var change = changed.get(columns.get(i));
                insert.setObject(i + 1, change == null ? template[i] : change.get());
            }
            insert.addBatch();
        }
    }

    public void write() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
