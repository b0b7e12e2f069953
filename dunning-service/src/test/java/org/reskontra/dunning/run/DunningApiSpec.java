package org.reskontra.dunning.run;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class DunningApiSpec {

    private static final String CASES = "/v1/dunning-cases";

    private World world;

    @BeforeEach
    void a_creditor_in_the_middle_of_march() {
        world = new World("2026-03-15");
    }

    @AfterEach
    void the_end() {
        world.close();
    }

    @Test
    void a_case_shows_its_state_step_history_and_next_action() {
        var invoice = Invoice.overdue(world, "shown");
        world.itIsAndAllIsDone("2026-04-05");

        world.api("auditor")
                .get(CASES + "/" + invoice.id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("REMINDED"))
                .body("step", equalTo(1))
                .body("remindersSent", equalTo(1))
                .body("lastReminderOn", equalTo("2026-04-05"))
                .body("outstanding.total.minor", equalTo(1_000_000))
                .body("nextAction.action", equalTo("HAND_OVER"))
                .body("nextAction.on", equalTo("2026-04-17"))
                .body("policy.id", equalTo("se-standard"))
                .body("policy.version", equalTo(1))
                .body("history.event", equalTo(List.of("Opened", "DueDatePassed", "ReminderDecided", "ReminderSent")))
                .body("history.number", equalTo(List.of(1, 2, 3, 4)))
                .body("history[3].detail.letter.fee.minor", equalTo(6000));
    }

    @Test
    void a_case_that_waits_shows_what_follows_if_nobody_pays() {
        var invoice = Invoice.issued(world, "waits");
        world.allIsDone("2026-03-15");

        world.api("clerk")
                .get(CASES + "/" + invoice.id)
                .then()
                .body("state", equalTo("WAITING"))
                .body("nextAction.action", equalTo("REMIND"))
                .body("nextAction.on", equalTo("2026-04-05"));
    }

    @Test
    void a_settled_case_has_no_next_action() {
        var invoice = Invoice.issued(world, "settled");
        invoice.allIsPaid("2026-03-20");
        world.allIsDone("2026-03-15");

        world.api("clerk")
                .get(CASES + "/" + invoice.id)
                .then()
                .body("state", equalTo("ENDED"))
                .body("since", equalTo("2026-03-20"))
                .body("nextAction", nullValue());
    }

    @Test
    void cases_are_listed_by_state_a_page_at_a_time() {
        for (int i = 0; i < 5; i++) {
            Invoice.overdue(world, "page");
        }
        var waiting = Invoice.issued(world, "page");
        world.itIsAndAllIsDone("2026-04-02");

        var seen = new TreeSet<String>();
        String next = null;
        int pages = 0;
        do {
            var request = world.api("integrator").queryParam("state", "OVERDUE").queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get(CASES)
                    .jsonPath();
            seen.addAll(page.getList("items.invoiceId"));
            next = page.getString("next");
            pages++;
        } while (next != null);

        assertEquals(5, seen.size());
        assertEquals(3, pages);
        world.api("integrator")
                .get(CASES)
                .then()
                .body("items", hasSize(6))
                .body("items.invoiceId", hasItem(waiting.id.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?state=UNHAPPY", "?after=nonsense"})
    void a_list_asked_for_wrongly_is_refused_with_a_pointer(String query) {
        world.allIsDone("2026-03-15");
        world.api("clerk")
                .get(CASES + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(query.substring(1, query.indexOf('='))));
    }

    @Test
    void a_letter_is_shown_exactly_as_it_was_sent() {
        var invoice = Invoice.overdue(world, "exact");
        world.itIsAndAllIsDone("2026-04-05");
        var mail = world.mails(invoice.email).get(0);

        var letters =
                world.api("clerk").get(CASES + "/" + invoice.id + "/letters").jsonPath();
        assertEquals(1, letters.getList("items").size());
        var id = letters.getString("items[0].id");
        var letter = world.api("clerk")
                .accept(ContentType.JSON)
                .get("/v1/letters/" + id)
                .jsonPath();
        assertEquals(invoice.email, letter.getString("recipient"));
        assertEquals("SENT", letter.getString("state"));
        assertEquals("2026-04-05", letter.getString("sentOn"));
        assertEquals("sv", letter.getString("language"));
        assertEquals(1_007_370, letter.getInt("asked.total.minor"));
        assertEquals(mail.get("messageId").asText(), letter.getString("messageId"));
        assertEquals(mail.get("subject").asText(), letter.getString("subject"));
        assertEquals(
                mail.get("text").asText().replace("\r\n", "\n").strip(),
                letter.getString("text").strip());

        world.api("clerk").get("/v1/letters/" + id).then().contentType(ContentType.JSON);

        var text = world.api("clerk").accept("text/plain").get("/v1/letters/" + id);
        assertEquals("text/plain;charset=UTF-8", text.contentType());
        assertEquals(letter.getString("text"), text.asString());
    }

    @Test
    void another_tenants_case_and_letters_are_not_there() {
        var invoice = Invoice.overdue(world, "secret");
        world.itIsAndAllIsDone("2026-04-05");
        var letter = world.api("clerk")
                .get(CASES + "/" + invoice.id + "/letters")
                .jsonPath()
                .getString("items[0].id");
        try (var other = new World("2026-03-15")) {
            other.allIsDone("2026-03-15");
            for (var path :
                    List.of(CASES + "/" + invoice.id, CASES + "/" + invoice.id + "/letters", "/v1/letters/" + letter)) {
                other.api("clerk").get(path).then().statusCode(404).contentType("application/problem+json");
            }
            other.api("clerk").get(CASES).then().body("items", hasSize(0));
        }
    }

    @Test
    void a_query_that_forgets_its_tenant_sees_only_its_own_rows() {
        Invoice.overdue(world, "wall");
        world.itIsAndAllIsDone("2026-04-05");
        try (var other = new World("2026-03-15")) {
            for (var table : List.of("dunning_case", "case_journal", "letter", "contact_card")) {
                assertTrue(Long.parseLong(world.ask("select count(*) from " + table)) > 0, table);
                assertEquals("0", other.ask("select count(*) from " + table), table);
            }
        }
    }

    @Test
    void nothing_is_shown_without_a_token_or_to_a_role_that_may_not() {
        for (var path : List.of(CASES, "/v1/policies/se-standard", "/v1/letters/" + Ids.next())) {
            RestAssured.given().get(path).then().statusCode(401).contentType("application/problem+json");
        }
        RestAssured.given()
                .auth()
                .oauth2(LocalStackResource.operatorToken())
                .get(CASES)
                .then()
                .statusCode(403);
    }

    @Test
    void the_standard_policy_is_shown_with_its_version() {
        world.api("clerk")
                .get("/v1/policies/se-standard")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("country", equalTo("SE"))
                .body("movesDueDatesOffWeekends", equalTo(false))
                .body("reminders[0].afterDays", equalTo(5))
                .body("reminders[0].fee.minor", equalTo(6000))
                .body("handOverAfterDays", equalTo(12));
        world.api("clerk").get("/v1/policies/unheard-of").then().statusCode(404);
    }

    @Test
    void every_operation_of_the_api_document_is_named_summed_up_and_shown_by_example() {
        var document = RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        for (var path : List.of(
                CASES,
                CASES + "/{invoiceId}",
                CASES + "/{invoiceId}/letters",
                "/v1/letters/{id}",
                "/v1/policies/{id}",
                "/v1/late-interest-calculations",
                "/v1/cost-calculations",
                "/v1/allocation-calculations",
                "/v1/rules",
                "/v1/rules/{id}")) {
            assertTrue(paths.containsKey(path), path);
            for (var method : paths.get(path).keySet()) {
                var operation = new JsonPath(document.prettify()).setRootPath("paths.'" + path + "'." + method);
                assertTrue(operation.getString("operationId") != null, path);
                assertTrue(operation.getString("summary") != null, path);
                assertTrue(
                        operation.getMap("responses.'200'.content.'application/json'.examples") != null,
                        path + " shows no example");
                assertTrue(
                        operation.getMap("responses.'200'.content.'application/json'.schema") != null,
                        path + " shows no schema");
            }
        }
    }
}
