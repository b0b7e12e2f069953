package org.reskontra.creditcheck;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** Calls, and the walls between tenants. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "service", value = "credit-check"))
class CreditCheckApiSpec extends OneCustomer {

    @Test
    void a_decision_can_be_read_again_with_what_it_was_made_of() {
        issued("2026-02-20", "2026-03-20", 8_000_00);
        settled();
        var location = ask(10_000_00).statusCode(201).extract().header("Location");

        as("auditor")
                .get(location.substring(location.indexOf("/v1")))
                .then()
                .statusCode(200)
                .body("customer", equalTo(customer.toString()))
                .body("amount.minor", equalTo(10_000_00))
                .body("purpose", equalTo("sale on credit"))
                .body("contractReference", equalTo("order 4711"))
                .body("exposure.minor", equalTo(8_000_00))
                .body("behaviour.settledInvoices", equalTo(0));
    }

    @Test
    void the_same_key_decides_once() {
        var key = UUID.randomUUID().toString();
        var first = asking("integrator", body(10_000_00)).header("Idempotency-Key", key);
        var one =
                first.post("/v1/credit-checks").then().statusCode(201).extract().<String>path("id");
        asking("integrator", body(10_000_00))
                .header("Idempotency-Key", key)
                .post("/v1/credit-checks")
                .then()
                .statusCode(201)
                .body("id", equalTo(one));
        asking("integrator", body(10_000_01))
                .header("Idempotency-Key", key)
                .post("/v1/credit-checks")
                .then()
                .statusCode(422);
        settled();
        assertEquals(1, partner.about(customer).size());
    }

    @Test
    void an_id_of_the_callers_own_decides_once() {
        var id = Ids.next();
        var asked = body(10_000_00).replaceFirst("\\{", "{\"id\": \"" + id + "\", ");
        asking("integrator", asked)
                .post("/v1/credit-checks")
                .then()
                .statusCode(201)
                .body("id", equalTo(id.toString()));
        asking("integrator", asked)
                .post("/v1/credit-checks")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()));
        asking("integrator", asked.replace("sale on credit", "curiosity"))
                .post("/v1/credit-checks")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/purpose"));
        settled();
        assertEquals(1, partner.about(customer).size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                              | 400
            {"customer": "x", "amount": {"minor": 1, "currency": "SEK"}, "purpose": "p"}    | 400
            {"customer": "ID", "amount": {"minor": 0, "currency": "SEK"}, "purpose": "p"}   | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "SEK"}, "purpose": " "}   | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "KR"}, "purpose": "p"}    | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "SEK"}}                   | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "SEK"}, "purpose": "p", "colour": "red"} | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "EUR"}, "purpose": "p"}   | 201
            """)
    void malformed_requests_are_refused(String body, int status) {
        asking("clerk", body.replace("ID", customer.toString()))
                .post("/v1/credit-checks")
                .then()
                .statusCode(status);
    }

    @Test
    void another_tenants_decisions_and_customers_are_not_there() {
        issued("2026-02-20", "2026-03-20", 8_000_00);
        settled();
        var id = ask(10_000_00).extract().<String>path("id");
        var others = new Neighbours();
        others.itIs(TODAY);
        settled(others);
        as("clerk", others).get("/v1/credit-checks/" + id).then().statusCode(404);
        as("clerk", others).get("/v1/customers/" + customer + "/credit").then().statusCode(404);
    }

    @Test
    void only_those_who_may_are_answered() {
        given().get("/v1/customers/" + customer + "/credit").then().statusCode(401);
        as("operator").get("/v1/customers/" + customer + "/credit").then().statusCode(403);
        asking("auditor", body(1)).post("/v1/credit-checks").then().statusCode(403);
        as("auditor").get("/v1/customers/" + customer + "/credit").then().statusCode(404);
        as("auditor").get("/v1/credit-checks/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void every_table_is_behind_the_wall() throws SQLException {
        issued("2026-02-20", "2026-03-20", 8_000_00);
        settled();
        ask(1_00);
        inTheDatabase(statement -> {
            for (var table : List.of("customer_book", "customer_exposure", "book_entry", "credit_check")) {
                var count = "select count(*) from " + table;
                assertTrue(number(statement, count) > 0, table + " for its own tenant");
                statement.execute("select set_config('reskontra.tenant', '', true)");
                assertEquals(0, number(statement, count), table + " without a tenant");
                statement.execute("select set_config('reskontra.tenant', '" + UUID.randomUUID() + "', true)");
                assertEquals(0, number(statement, count), table + " for another tenant");
                statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
            }
        });
    }

    @Test
    void every_operation_is_described_with_an_example() {
        Map<String, Map<String, Map<String, Object>>> paths = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .get("paths");
        var ids = new HashSet<String>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            var id = String.valueOf(operation.get("operationId"));
            assertTrue(ids.add(id), id + " is used twice");
            assertNotNull(operation.get("summary"), id + " has no summary");
            if (path.contains("credit")) {
                assertTrue(String.valueOf(operation.get("responses")).contains("examples"), id + " has no example");
            }
        }));
        assertTrue(ids.containsAll(Set.of("checkCredit", "getCreditCheck", "getCustomerCredit")));
    }

    @Test
    void a_customer_who_was_only_asked_about_is_shown_with_the_last_decision() {
        var id = ask(10_000_00).extract().<String>path("id");
        credit().body("lastCheck", equalTo(id))
                .body("limit.minor", equalTo(25_000_00))
                .body("exposureInOtherCurrencies", empty());
    }
}
