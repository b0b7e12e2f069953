package org.reskontra.kit.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.reskontra.kit.json.Json;

/**
 * Rows as records, in sets. A statement takes any number of rows as one JSON parameter {@code :rows} and gives rows back
 * as JSON, so that a batch costs as many round trips as a single row. {@code principalMinor} is {@code principal_minor}.
 */
public final class RowJson {

    private static final ObjectMapper ROWS =
            Json.events().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    /**
     * The ids in the JSON parameter {@code :ids}, for {@code id in (…)}. They are cast inside the subquery: a cast from
     * text may give away what stands behind the tenant's wall, so a condition that holds one waits for the wall's rule
     * and cannot be looked up in an index. It would be asked of each row of the tenant.
     */
    public static final String IDS = "select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid)";

    private RowJson() {}

    public static String write(Object rows) {
        try {
            return ROWS.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write rows as JSON", e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return ROWS.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is not a " + type.getSimpleName(), e);
        }
    }

    /** All rows of a query that selects {@code cast(row_to_json(…) as text)}. */
    public static <T> Uni<List<T>> list(Tx tx, String sql, Map<String, ?> parameters, Class<T> type) {
        return query(tx, sql, parameters)
                .getResultList()
                .map(rows -> rows.stream().map(row -> read(row, type)).toList());
    }

    /** The row of such a query, or null. */
    public static <T> Uni<T> single(Tx tx, String sql, Map<String, ?> parameters, Class<T> type) {
        return query(tx, sql, parameters).getSingleResultOrNull().map(row -> row == null ? null : read(row, type));
    }

    /** Inserts rows into a table whose columns are the record's components; one that conflicts fails them all. */
    public static Uni<Void> insert(Tx tx, String table, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createNativeQuery(insertInto(table))
                        .setParameter("rows", write(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Inserts those rows that do not conflict; answers the texts that {@code returning} gives for each of them. */
    public static Uni<List<String>> insertNew(Tx tx, String table, String returning, List<?> rows) {
        return tx.session()
                .createNativeQuery(
                        insertInto(table) + " on conflict do nothing returning cast(" + returning + " as text)",
                        String.class)
                .setParameter("rows", write(rows))
                .getResultList();
    }

    private static String insertInto(String table) {
        return "insert into " + table + " select * from jsonb_populate_recordset(cast(null as " + table
                + "), cast(cast(:rows as text) as jsonb))";
    }

    private static Mutiny.SelectionQuery<String> query(Tx tx, String sql, Map<String, ?> parameters) {
        var query = tx.session().createNativeQuery(sql, String.class);
        parameters.forEach(query::setParameter);
        return query;
    }
}
