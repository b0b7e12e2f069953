package org.reskontra.dunning.run;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/**
 * Finnish cases worked by hand. No invoices are taken in under Finnish law yet, so they are asked of the calculations.
 * Amounts in cents.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class FinnishGoldenCasesSpec {

    @ParameterizedTest(name = "{0} {1}: {2} cents due {3}, paid {4}: {5} cents of interest")
    @CsvSource(delimiter = '|', textBlock = """
            #    | debtor   | principal |    due     |    paid    | interest
            # ---+----------+-----------+------------+------------+---------
            G21  | CONSUMER |     50000 | 2024-12-15 | 2025-01-31 |      698
            G22  | BUSINESS |     50000 | 2024-12-15 | 2025-01-31 |      762
            G23  | BUSINESS |    300000 | 2025-06-20 | 2025-07-20 |     2671
            G24  | CONSUMER |    120000 | 2023-06-15 | 2023-07-15 |     1011
            G29  | CONSUMER |     80000 | 2025-01-31 | 2025-04-01 |     1381
            """)
    void late_interest_by_the_calculation_because_no_invoice_is_taken_in_under_finnish_law(
            String name, String debtor, long principal, String due, String paid, int interest) {
        post("/v1/late-interest-calculations", """
                {"country": "FI", "debtorKind": "%s", "principal": {"minor": %d, "currency": "EUR"},
                 "dueDate": "%s", "until": "%s"}""".formatted(debtor, principal, due, paid))
                .then()
                .statusCode(200)
                .body("interest.minor", equalTo(interest))
                .body("tree.amount", equalTo(Integer.toString(interest)))
                .body("pack", containsString("FI"));
    }

    @Test
    void G29_a_consumer_pays_the_debt_before_the_costs_by_the_calculation_because_no_invoice_is_finnish() {
        post("/v1/allocation-calculations", """
                {"country": "FI", "debtorKind": "CONSUMER", "payment": {"minor": 30000, "currency": "EUR"},
                 "claims": [{"reference": "G29", "dueDate": "2025-01-31", "owed": {
                   "costs": {"minor": 2900, "currency": "EUR"}, "interest": {"minor": 1381, "currency": "EUR"},
                   "principal": {"minor": 80000, "currency": "EUR"}}}]}""")
                .then()
                .statusCode(200)
                .body("claims[0].covered.interest.minor", equalTo(13_81))
                .body("claims[0].covered.principal.minor", equalTo(286_19))
                .body("claims[0].covered.costs.minor", equalTo(0))
                .body("claims[0].rest.principal.minor", equalTo(513_81))
                .body("claims[0].rest.costs.minor", equalTo(29_00))
                .body("excess.minor", equalTo(0))
                .body("rules.ruleId", hasItem("FI-PAY-1"));
    }

    private static Response post(String path, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(LocalStackResource.token("integrator", Ids.next()))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }
}
