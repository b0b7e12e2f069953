package org.reskontra.dunning.run;

import static org.hamcrest.Matchers.containsString;
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
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class DunningApiSpec {

    private static final String CASES = "/v1/dunning-cases";
    private static final String CALCULATIONS = "/v1/late-interest-calculations";

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
    void late_interest_is_calculated_across_a_part_payment_with_its_trace() {
        // golden case G18: 90.41 before the payment and 57.23 after it, 147.64 for both together
        calculate("""
                        {"country": "SE", "debtorKind": "BUSINESS", "principal": {"minor": 1000000, "currency": "SEK"},
                         "dueDate": "2025-01-31", "until": "2025-04-01",
                         "principalChanges": [{"on": "2025-03-02", "amount": {"minor": -366959, "currency": "SEK"}}]}""")
                .then()
                .statusCode(200)
                .body("interest.minor", equalTo(147_64))
                .body("stretches.days", equalTo(List.of(30, 30)))
                .body("stretches[0].from", equalTo("2025-02-01"))
                .body("stretches[1].principal.minor", equalTo(633041))
                .body("stretches[0].rate", equalTo("0.11"))
                .body("pack", containsString("SE"))
                .body("tree.parts", notNullValue());
    }

    @Test
    void late_interest_needs_no_tenant_and_no_history() {
        var answer = RestAssured.given()
                .auth()
                .oauth2(LocalStackResource.token("integrator", new TenantId(Ids.next()).value()))
                .contentType(ContentType.JSON)
                .body("""
                        {"country": "SE", "debtorKind": "CONSUMER", "principal": {"minor": 250000, "currency": "SEK"},
                         "dueDate": "2025-06-15", "until": "2025-07-15"}""")
                .post(CALCULATIONS);
        assertEquals(21_58, answer.jsonPath().getInt("interest.minor"));
    }

    @Test
    void the_same_key_gets_the_same_calculation() {
        world.allIsDone("2026-03-15");
        var body = """
                {"country": "SE", "debtorKind": "BUSINESS", "principal": {"minor": 1000000, "currency": "SEK"},
                 "dueDate": "2024-03-31", "until": "2024-04-30"}""";
        for (int i = 0; i < 2; i++) {
            keyed(body).then().statusCode(200).body("interest.minor", equalTo(98_63));
        }
        keyed(body.replace("1000000", "2000000")).then().statusCode(422);
    }

    @Test
    void what_the_law_does_not_say_is_not_guessed() {
        calculate("""
                        {"country": "SE", "debtorKind": "BUSINESS", "principal": {"minor": 1000000, "currency": "SEK"},
                         "dueDate": "2036-01-31", "until": "2036-04-01"}""")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:interest-needs-review"))
                .body("errors[0].code", notNullValue());
        calculate("""
                        {"country": "FR", "debtorKind": "BUSINESS", "principal": {"minor": 1000000, "currency": "EUR"},
                         "dueDate": "2025-01-31", "until": "2025-04-01"}""").then().statusCode(422).body("type", equalTo("urn:reskontra:problem:no-law"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"country\": \"SE\"}",
                "not json",
                "{\"country\": \"XX\", \"debtorKind\": \"BUSINESS\", \"principal\": {\"minor\": 1, \"currency\": \"SEK\"},"
                        + " \"dueDate\": \"2025-01-31\", \"until\": \"2025-04-01\"}",
                "{\"country\": \"SE\", \"debtorKind\": \"BUSINESS\", \"principal\": {\"minor\": 1.5, \"currency\": \"SEK\"},"
                        + " \"dueDate\": \"2025-01-31\", \"until\": \"2025-04-01\"}",
                "{\"country\": \"SE\", \"debtorKind\": \"BUSINESS\", \"principal\": {\"minor\": 1, \"currency\": \"SEK\"},"
                        + " \"dueDate\": \"2025-01-31\", \"until\": \"2025-04-01\", \"rate\": \"0.1\"}"
            })
    void a_malformed_calculation_is_refused(String body) {
        calculate(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void a_claim_that_cannot_be_is_refused() {
        calculate("""
                        {"country": "SE", "debtorKind": "BUSINESS", "principal": {"minor": -5, "currency": "SEK"},
                         "dueDate": "2025-01-31", "until": "2025-04-01"}""").then().statusCode(422).body("type", equalTo("urn:reskontra:problem:claim-not-computable"));
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
                CALCULATIONS)) {
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

    private Response calculate(String body) {
        return world.api("integrator").contentType(ContentType.JSON).body(body).post(CALCULATIONS);
    }

    private Response keyed(String body) {
        return world.api("integrator")
                .header("Idempotency-Key", "calculation-" + world.tenant)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CALCULATIONS);
    }
}
