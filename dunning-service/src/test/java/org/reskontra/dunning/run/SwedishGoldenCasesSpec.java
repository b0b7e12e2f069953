package org.reskontra.dunning.run;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.dunning.calculations.CalculationExamples;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/**
 * Swedish cases of a claim with no due date, worked by hand. No invoice is taken in without one, so they are asked of the
 * calculations. 8 000 kr; amounts in öre.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class SwedishGoldenCasesSpec {

    private static final String NOT_WARNED = "{\"sentOn\": \"2025-03-01\"}";

    @ParameterizedTest(name = "{0}: {1}, demand {2}")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            #   | debtor      | demand                                                                  | reason
            # --+-------------+-------------------------------------------------------------------------+-------------------
            G9a | CONSUMER    | {"sentOn": "2025-03-01"}                                                | does not warn
            G9b | CONSUMER    | {"sentOn": "2025-03-01", "warnedOfInterest": false, "rateStated": true} | does not warn
            G9c | CONSUMER    | -                                                                       | no demand was sent
            G9d | PUBLIC_BODY | -                                                                       | no demand was sent
            """)
    void no_interest_runs_until_the_debtor_is_warned_or_served(
            String name, String debtor, String demand, String reason) {
        calculate(debtor, demand, null, "2030-12-31")
                .then()
                .statusCode(200)
                .body("interest.minor", equalTo(0))
                .body("tree.amount", equalTo("0"))
                .body("stretches", empty())
                .body("start.after", nullValue())
                .body("start.ruleId", equalTo("SE-INT-3"))
                .body("start.reason", containsString(reason));
    }

    @ParameterizedTest(name = "{0}: demand {2}, served {3}, paid {4}: {5} öre of interest")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            #   | debtor   | demand                                                                         |   served   |    paid    | interest |   after    | rule
            # --+----------+--------------------------------------------------------------------------------+------------+------------+----------+------------+---------
            G9e | CONSUMER | {"sentOn": "2025-04-01", "warnedOfInterest": true}                             | -          | 2025-05-01 |        0 | 2025-05-01 | SE-INT-3
            G9f | CONSUMER | {"sentOn": "2025-04-01", "warnedOfInterest": true}                             | -          | 2025-05-02 |      241 | 2025-05-01 | SE-INT-3
            G9g | CONSUMER | {"sentOn": "2025-04-01", "warnedOfInterest": true}                             | -          | 2025-05-31 |     7233 | 2025-05-01 | SE-INT-3
            G9h | CONSUMER | {"sentOn": "2025-03-01", "warnedOfInterest": true, "receivedOn": "2025-05-01"} | -          | 2025-05-31 |     7233 | 2025-05-01 | SE-INT-3
            G9i | CONSUMER | {"sentOn": "2025-03-01"}                                                       | 2025-05-01 | 2025-05-31 |     7233 | 2025-05-01 | SE-INT-4
            G9j | CONSUMER | -                                                                              | 2025-05-01 | 2025-05-31 |     7233 | 2025-05-01 | SE-INT-4
            G9k | CONSUMER | {"sentOn": "2025-04-20", "warnedOfInterest": true}                             | 2025-05-01 | 2025-05-31 |     7233 | 2025-05-01 | SE-INT-4
            G8  | BUSINESS | {"sentOn": "2025-03-01"}                                                       | -          | 2025-04-30 |     7233 | 2025-03-31 | SE-INT-3
            """)
    void interest_runs_thirty_days_after_the_warning_and_from_service_at_the_latest(
            String name,
            String debtor,
            String demand,
            String served,
            String paid,
            int interest,
            String after,
            String rule) {
        calculate(debtor, demand, served, paid)
                .then()
                .statusCode(200)
                .body("interest.minor", equalTo(interest))
                .body("tree.amount", equalTo(Integer.toString(interest)))
                .body("start.after", equalTo(after))
                .body("start.ruleId", equalTo(rule))
                .body("start.reason", nullValue());
    }

    @Test
    void the_example_without_a_due_date_is_answered_as_the_api_document_says() {
        var said = new JsonPath(CalculationExamples.DEMAND_ANSWER);
        var answer = post(CalculationExamples.DEMAND_REQUEST)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (var path : List.of("interest", "start", "stretches", "tree.amount")) {
            assertEquals(said.<Object>get(path), answer.<Object>get(path), path);
        }
    }

    @Test
    void an_agreed_due_date_leaves_nothing_for_a_demand_to_start() {
        for (var field : List.of("\"demand\": " + NOT_WARNED, "\"servedOn\": \"2025-06-10\"")) {
            post("""
                    {"country": "SE", "debtorKind": "CONSUMER", "principal": {"minor": 800000, "currency": "SEK"},
                     "dueDate": "2025-03-31", "until": "2025-05-31", %s}""".formatted(field))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field.substring(1, field.indexOf('"', 1))))
                    .body("errors[0].code", equalTo("one-of"));
        }
    }

    @Test
    void where_the_law_is_silent_about_demands_nothing_is_guessed() {
        post("""
                {"country": "NO", "debtorKind": "CONSUMER", "principal": {"minor": 800000, "currency": "NOK"},
                 "demand": %s, "until": "2025-05-31"}""".formatted(NOT_WARNED))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:interest-needs-review"))
                .body("errors[0].pointer", equalTo("/dueDate"))
                .body("errors[0].detail", containsString("after a demand"));
    }

    private static Response calculate(String debtor, String demand, String served, String paid) {
        return post("""
                {"country": "SE", "debtorKind": "%s", "principal": {"minor": 800000, "currency": "SEK"},
                 "demand": %s, "servedOn": %s, "until": "%s"}""".formatted(debtor, demand, served == null ? null : '"' + served + '"', paid));
    }

    private static Response post(String body) {
        return RestAssured.given()
                .auth()
                .oauth2(LocalStackResource.token("integrator", Ids.next()))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/late-interest-calculations");
    }
}
