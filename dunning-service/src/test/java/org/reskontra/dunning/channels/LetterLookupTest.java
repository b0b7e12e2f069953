package org.reskontra.dunning.channels;

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
class LetterLookupTest {

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
        for (var sql : List.of(LetterQueue.THESE, LetterQueue.CLAIM, ContactCards.THESE)) {
            assertTrue(QueryPlan.looksUp(sql, PARAMETERS), sql);
        }
    }
}
