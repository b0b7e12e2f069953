package org.reskontra.dunning.run;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.TenantId;
import org.reskontra.dunning.calculations.CalculationExamples;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class CalculationsApiSpec {

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
    void the_example_of_a_cost_calculation_is_answered_as_the_api_document_says() {
        var said = new JsonPath(CalculationExamples.COSTS);
        var answer = post("/v1/cost-calculations", CalculationExamples.COSTS_REQUEST)
                .then()
                .statusCode(200)
                .body("needsReview", hasSize(0))
                .body("steps", hasSize(4))
                .body("pack", containsString("SE-"))
                .extract()
                .jsonPath();
        for (var path : List.of("steps[0]", "compensation", "costs", "absorbed", "total")) {
            assertEquals(said.<Object>get(path), answer.<Object>get(path), path);
        }
        assertEquals(
                List.of(6000, 6000, 18000, 17000),
                answer.getList("steps.allowed.minor"),
                "golden case G16: two reminders, a demand and a plan");
    }

    @Test
    void a_rule_that_is_not_known_is_named_and_the_known_ones_are_summed_up() {
        // golden case G28: the cap above 2 500 euro is not known
        post("/v1/cost-calculations", """
                        {"country": "FI", "debtorKind": "BUSINESS", "principal": {"minor": 300000, "currency": "EUR"},
                         "dueDate": "2025-01-31", "costsAgreed": true, "compensationClaimed": true, "language": "EN",
                         "steps": [{"cost": "REMINDER", "on": "2025-02-20"},
                                   {"cost": "COLLECTION_DEMAND", "on": "2025-03-20"},
                                   {"cost": "COLLECTION_DEMAND", "on": "2025-04-20"}]}""")
                .then()
                .statusCode(200)
                .body("total.minor", equalTo(147_00))
                .body("needsReview", hasSize(greaterThan(0)))
                .body("needsReview[0].reason", containsString("not known"))
                .body("explanation", hasSize(greaterThan(3)));
    }

    @Test
    void the_example_of_an_allocation_is_answered_as_the_api_document_says() {
        var said = new JsonPath(CalculationExamples.ALLOCATION);
        var answer = post("/v1/allocation-calculations", CalculationExamples.ALLOCATION_REQUEST)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (var path : List.of("claims", "shares", "excess")) {
            assertEquals(said.<Object>get(path), answer.<Object>get(path), path);
        }
    }

    @Test
    void a_finnish_consumer_pays_the_debt_before_the_costs_of_collecting_it() {
        // golden case G29
        post("/v1/allocation-calculations", """
                        {"country": "FI", "debtorKind": "CONSUMER",
                         "claims": [{"reference": "1", "dueDate": "2025-01-31",
                            "owed": {"costs": {"minor": 2900, "currency": "EUR"}, "interest": {"minor": 1381, "currency": "EUR"},
                                     "principal": {"minor": 80000, "currency": "EUR"}}}],
                         "payment": {"minor": 30000, "currency": "EUR"}}""")
                .then()
                .statusCode(200)
                .body("claims[0].rest.principal.minor", equalTo(513_81))
                .body("claims[0].rest.costs.minor", equalTo(29_00))
                .body("claims[0].rest.interest.minor", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"country\": \"SE\", \"debtorKind\": \"BUSINESS\"}",
                "{\"country\": \"SE\", \"debtorKind\": \"BUSINESS\", \"principal\": {\"minor\": 1, \"currency\": \"SEK\"},"
                        + " \"dueDate\": \"2025-01-31\", \"steps\": [{\"cost\": \"PARKING\", \"on\": \"2025-02-10\"}]}",
            })
    void a_malformed_cost_calculation_is_refused(String body) {
        post("/v1/cost-calculations", body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void measures_out_of_order_are_refused() {
        post("/v1/cost-calculations", """
                        {"country": "SE", "debtorKind": "BUSINESS", "principal": {"minor": 1, "currency": "SEK"},
                         "dueDate": "2025-01-31", "steps": [{"cost": "REMINDER", "on": "2025-03-10"},
                                                            {"cost": "REMINDER", "on": "2025-02-10"}]}""")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:claim-not-computable"));
    }

    @Test
    void an_explanation_is_given_in_the_language_that_is_asked_for() {
        calculate("""
                        {"country": "SE", "debtorKind": "BUSINESS", "principal": {"minor": 1000000, "currency": "SEK"},
                         "dueDate": "2023-05-15", "until": "2023-08-20", "language": "SV"}""").then().statusCode(200).body("explanation[0]", containsString("293,01"));
    }

    @Test
    void the_law_of_a_day_can_be_read() {
        var rules = read("/v1/rules?country=SE&on=2025-03-11")
                .then()
                .statusCode(200)
                .body("country", equalTo("SE"))
                .extract()
                .jsonPath();
        assertEquals("8", rules.getString("rules.find { it.rule == 'SE-INT-1' }.value"));
        assertEquals("3", rules.getString("rules.find { it.fact == 'reference-rate.yearly' }.value"));
        read("/v1/rules?country=SE&on=yesterday").then().statusCode(400).body("errors[0].pointer", equalTo("on"));
        read("/v1/rules?on=2025-03-11").then().statusCode(400);
        read("/v1/rules?country=IS&on=2025-03-11").then().statusCode(404);
    }

    @Test
    void a_rule_can_be_read_from_its_first_day_on() {
        read("/v1/rules/SE-INT-10")
                .then()
                .statusCode(200)
                .body("rules", hasSize(greaterThan(40)))
                .body("rules[0].from", equalTo("2002-07-01"));
        read("/v1/rules/SE-INT-999").then().statusCode(404);
    }

    @Test
    void the_whole_law_of_a_country_can_be_read_as_a_page() {
        for (var country : List.of("SE", "fi", "NO", "dk")) {
            read("/v1/rules/" + country)
                    .then()
                    .statusCode(200)
                    .contentType("text/markdown")
                    .body(containsString("(" + country.toUpperCase(Locale.ROOT) + ")"));
        }
        read("/v1/rules/IS").then().statusCode(404);
    }

    private Response read(String path) {
        return world.api("auditor").get(path);
    }

    private Response post(String path, String body) {
        return world.api("integrator").contentType(ContentType.JSON).body(body).post(path);
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
