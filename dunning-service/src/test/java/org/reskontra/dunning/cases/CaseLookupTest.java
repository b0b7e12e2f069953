package org.reskontra.dunning.cases;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reskontra.dunning.run.TestSetup;
import org.reskontra.localstack.test.LocalStackResource;
import org.reskontra.localstack.test.QueryPlan;

/** What a batch costs follows the batch, not the book. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class CaseLookupTest {

    private static final Map<String, String> PARAMETERS = Map.of(
            "tenant", "cast(current_setting('reskontra.tenant') as uuid)",
            "ids", "'[\"01a2024f-092d-7002-828e-ab2945d198b1\"]'",
            "rows", "'[]'",
            "today", "date '2026-03-01'",
            "now", "timestamptz '2026-03-01 12:00Z'",
            "until", "timestamptz '2026-03-01 12:01Z'",
            "most", "500");

    @Test
    void rows_are_looked_up_and_not_searched() throws SQLException {
        for (var sql : List.of(CaseStore.THESE_TO_CHANGE, CaseStore.THESE_TO_READ, CaseStore.CHANGE, CaseStore.DUE)) {
            assertTrue(QueryPlan.looksUp(sql, PARAMETERS), sql);
        }
    }

    @Test
    void a_condition_that_has_to_wait_for_the_wall_is_noticed() throws SQLException {
        assertFalse(QueryPlan.looksUp("""
                select * from dunning_case
                where tenant_id = :tenant
                  and invoice_id in (select cast(value as uuid) from json_array_elements_text(cast(:ids as json)))""", PARAMETERS));
    }
}
