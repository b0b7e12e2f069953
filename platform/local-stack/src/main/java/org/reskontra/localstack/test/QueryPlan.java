package org.reskontra.localstack.test;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** How the database would run a service's statement, behind the tenant's wall. */
public final class QueryPlan {

    private QueryPlan() {}

    /**
     * Whether a statement looks its rows up in indexes by more than their tenant. A condition that the wall's rule must
     * be asked before, because it could give away what stands behind the wall, cannot be looked up: such a statement
     * reads the tenant's whole table, however few rows it is for.
     *
     * @param sql with named parameters
     * @param parameters each as an SQL literal
     */
    public static boolean looksUp(String sql, Map<String, String> parameters) throws SQLException {
        var filled = sql;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace(":" + parameter.getKey(), parameter.getValue());
        }
        var plan = new StringBuilder();
        try (var connection = LocalStackResource.connectAsApp();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('reskontra.tenant', '" + UUID.randomUUID() + "', false)");
            statement.execute("set enable_seqscan = off");
            try (var lines = statement.executeQuery("explain " + filled)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        return plan.toString().lines().noneMatch(QueryPlan::isSearch);
    }

    private static boolean isSearch(String line) {
        return line.contains("Seq Scan")
                || (line.contains("Index Cond:") && line.contains("tenant_id") && !line.contains(" AND "));
    }
}
