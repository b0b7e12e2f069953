package org.reskontra.collection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.CollectionEvent.CaseRegistered;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** Calls, and the walls between tenants. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "collection"))
@QuarkusTestResource(SmtpGate.class)
class CollectionApiSpec extends OneDebt {

    @Test
    void a_case_shows_its_claim_its_history_and_what_may_be_done_next() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        neighbours.itIs("2025-03-07");
        settledOn("2025-03-07");

        as("auditor")
                .get("/v1/collection-cases/" + onlyOf(CaseRegistered.class).collectionCase())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("claim.invoiceNumber", equalTo("2025-117"))
                .body("claim.owed.principal.minor", equalTo(10_000_00))
                .body("claim.owed.interest.minor", equalTo(90_41))
                .body("claim.owed.costs.minor", equalTo(60_00))
                .body("owedToday.interestThrough", equalTo("2025-03-07"))
                .body("owedToday.owed.interest.minor", equalTo(105_48))
                .body("history.what", contains("REGISTERED", "DEMAND_DECIDED", "DEMAND_SENT"))
                .body("next.action", contains("PAY_OR_OBJECT", "TAKE_LEGAL_STEPS"))
                .body("next.from", contains("2025-03-02", "2025-03-11"));
    }

    @Test
    void cases_are_listed_by_state_page_by_page() {
        neighbours.itIs("2025-03-02");
        var invoices = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var another = new InvoiceId(Ids.next());
            invoices.add(another.toString());
            neighbours.say(handOver(another, "2025-03-09"));
        }
        settledOn("2025-03-02");

        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = as("clerk")
                    .queryParam("state", "REGISTERED")
                    .queryParam("limit", 2)
                    .queryParam("after", after == null ? "" : after)
                    .get("/v1/collection-cases")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.invoiceId"));
            after = page.path("next");
        } while (after != null);
        assertEquals(invoices.stream().sorted().toList(), seen.stream().sorted().toList());
        as("clerk")
                .queryParam("state", "CLOSED")
                .get("/v1/collection-cases")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void another_tenants_case_is_not_there() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        var id = onlyOf(CaseRegistered.class).collectionCase();
        var others = new Neighbours();
        others.itIs("2025-03-02");
        settledOn(others, "2025-03-02");

        as("clerk", others).get("/v1/collection-cases/" + id).then().statusCode(404);
        as("clerk", others)
                .get("/v1/collection-cases/" + id + "/letters")
                .then()
                .statusCode(404);
        as("clerk", others)
                .post("/v1/collection-cases/" + id + "/demands")
                .then()
                .statusCode(404);
        as("clerk", others).get("/v1/collection-cases").then().body("items", hasSize(0));
    }

    /** The database's wall, not the query, keeps tenants apart: even one that forgets to ask for its tenant. */
    @Test
    void every_table_is_behind_the_wall() throws SQLException {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        try (var database = LocalStackResource.connectAsApp();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (var table : List.of("invoice_standing", "collection_case", "case_journal", "letter", "contact")) {
                assertEquals(0, count(statement, table), table + " without a tenant");
                statement.execute("select set_config('reskontra.tenant', '" + UUID.randomUUID() + "', true)");
                assertEquals(0, count(statement, table), table + " for another tenant");
                statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
                assertTrue(count(statement, table) > 0, table + " for its own tenant");
                statement.execute("select set_config('reskontra.tenant', '', true)");
            }
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void the_journal_has_every_entry_once() throws SQLException {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        paysPart("2025-03-02");
        settledOn("2025-03-02");
        assertEquals(
                5,
                onlyRow("select max(entry) from case_journal join collection_case using (case_id)"
                        + " where invoice_id = '" + invoice + "' having count(*) = max(entry)"));
        assertEquals(5, onlyRow("select version from collection_case where invoice_id = '" + invoice + "'"));
    }

    private long onlyRow(String sql) throws SQLException {
        try (var database = LocalStackResource.connectAsApp();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
            try (var rows = statement.executeQuery(sql)) {
                assertTrue(rows.next());
                return rows.getLong(1);
            }
        }
    }

    @Test
    void every_operation_is_described_with_an_example() {
        var document = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.get("paths");
        var ids = new HashSet<String>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            var id = String.valueOf(operation.get("operationId"));
            assertTrue(ids.add(id), id + " is used twice");
            assertNotNull(operation.get("summary"), id + " has no summary");
            if (path.startsWith("/v1/collection-cases")) {
                assertTrue(String.valueOf(operation.get("responses")).contains("examples"), id + " has no example");
            }
        }));
        assertTrue(ids.containsAll(
                Set.of("listCollectionCases", "getCollectionCase", "listCollectionLetters", "demandAnew")));
    }

    @Test
    void only_those_who_may_are_answered() {
        var id = UUID.randomUUID();
        givenAnOverdueInvoice();
        settledOn("2025-03-02");
        given().get("/v1/collection-cases").then().statusCode(401);
        as("operator").get("/v1/collection-cases").then().statusCode(403);
        as("integrator").post("/v1/collection-cases/" + id + "/demands").then().statusCode(403);
        as("clerk").post("/v1/collection-cases/" + id + "/demands").then().statusCode(404);
        as("clerk").get("/v1/collection-cases?limit=201").then().statusCode(400);
        as("clerk").get("/v1/collection-cases?state=LOST").then().statusCode(400);
        as("clerk").get("/v1/collection-cases?invoiceId=1").then().statusCode(400);
    }
}
