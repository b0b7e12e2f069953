package org.reskontra.invoice.payments;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.bankfiles.BgMaxText;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DivisionTest {

    private Creditor creditor;
    private String takstolar;

    @BeforeEach
    void a_creditor_and_a_customer() {
        creditor = Creditor.on("2026-03-05");
        takstolar = creditor.aCustomer();
    }

    @Test
    void a_clerk_cuts_a_payment_over_invoices_and_the_rest_stays_held() {
        var one = issued(takstolar, "1", 500_00);
        var two = issued(takstolar, "2", 250_00);
        var three = issued(takstolar, "3", 900_00);
        var file = booked(BgMaxText.to("9912346").deposit("SEK").payment("4711", 1_000_00));
        var held = held().getFirst();
        var cut = shares(one, 500_00, two, 100_00);

        matches(held, shares(one, 999_00, two, 1_01))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:more-than-the-payment"));
        matches(held, Map.of()).then().statusCode(400).body("errors[0].code", equalTo("one-of"));
        matches(held, shares(one, 1_00, one, 1_00)).then().statusCode(400);
        matches(held, shares(one, 1_00, Ids.next().toString(), 1_00)).then().statusCode(404);
        for (int i = 0; i < 2; i++) {
            matches(held, cut)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("UNMATCHED"))
                    .body("amount.minor", equalTo(400_00))
                    .body("received.minor", equalTo(1_000_00))
                    .body("reference", equalTo("4711"))
                    .body("parts.invoiceId", contains(one, two))
                    .body("parts.amount.minor", contains(500_00, 100_00));
        }
        owes(one, 0);
        owes(two, 150_00);
        creditor.get("/v1/bank-files/" + file)
                .then()
                .body("money[0].matched.minor", equalTo(600_00))
                .body("money[0].onWorkList.minor", equalTo(400_00))
                .body("money[0].toDo.minor", equalTo(0));
        creditor.get("/v1/payments/" + held).then().body("parts.state", contains("BOOKED", "BOOKED"));

        matches(held, shares(two, 150_00, three, 250_00))
                .then()
                .statusCode(200)
                .body("state", equalTo("BOOKED"))
                .body("invoiceId", equalTo(three))
                .body("amount.minor", equalTo(250_00))
                .body("received.minor", equalTo(1_000_00));
        owes(two, 0);
        owes(three, 650_00);
        creditor.get("/v1/bank-files/" + file).then().body("money[0].matched.minor", equalTo(1_000_00));
        matches(held, shares(three, 1_00, one, 1_00)).then().statusCode(409);
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        assertEquals(
                List.of("0"),
                creditor.rows("select sum(minor) from ledger_entry where account = 2420"),
                "none is held");
    }

    @Test
    void a_payment_that_was_cut_is_still_the_one_that_was_sent() {
        var one = issued(takstolar, "1", 500_00);
        var sent = new HashMap<String, Object>(Map.of(
                "id", Ids.next().toString(), "reference", "4711", "amount", sek(700_00), "bookingDate", "2026-03-05"));
        creditor.post("/v1/payments", sent).then().statusCode(201);
        var share = Map.of("invoiceId", one, "amount", sek(500_00));
        matches(sent.get("id").toString(), Map.of("shares", List.of(share)))
                .then()
                .statusCode(200);

        creditor.post("/v1/payments", sent).then().statusCode(200).body("amount.minor", equalTo(200_00));
        sent.put("amount", sek(200_00));
        creditor.post("/v1/payments", sent).then().statusCode(409);
    }

    private List<String> held() {
        return creditor.read("/v1/unmatched-payments?limit=200").getList("items.id");
    }

    private Response matches(String payment, Map<String, ?> body) {
        return creditor.as("clerk").body(body).post("/v1/unmatched-payments/" + payment + "/match");
    }

    private static Map<String, Object> shares(String one, long minor, String other, long otherMinor) {
        return Map.of(
                "shares",
                List.of(
                        Map.of("invoiceId", one, "amount", sek(minor)),
                        Map.of("invoiceId", other, "amount", sek(otherMinor))));
    }

    private String issued(String customer, String number, long minor) {
        var invoice = invoice(customer, number, "2026-03-01", "2026-03-31");
        invoice.put(
                "lines",
                List.of(Map.of("description", "Timber", "quantity", "1", "unitPrice", sek(minor), "vatRate", "0")));
        return creditor.issued(invoice);
    }

    private void owes(String invoice, long minor) {
        creditor.get("/v1/invoices/" + invoice).then().body("outstanding.total.minor", equalTo((int) minor));
    }

    /** Sends a file whose deposit is still open, and waits until it is in. */
    private String booked(BgMaxText file) {
        String id = given().auth()
                .oauth2(LocalStackResource.token("integrator", creditor.tenant))
                .contentType("application/octet-stream")
                .body(file.deposited("2026-03-05").end().bytes())
                .post("/v1/bank-files")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> "DONE".equals(creditor.read("/v1/bank-files/" + id).getString("state")));
        return id;
    }
}
