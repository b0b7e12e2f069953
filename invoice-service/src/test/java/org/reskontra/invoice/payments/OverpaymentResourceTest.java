package org.reskontra.invoice.payments;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.invoice.Creditor;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OverpaymentResourceTest {

    private Creditor creditor;
    private String customer;
    private String invoice;
    private String payment;

    /** 10 000 kr paid with 10 500 on 5 January. */
    @BeforeEach
    void an_overpayment() {
        creditor = Creditor.on("2025-01-01");
        customer = creditor.aCustomer();
        invoice = creditor.issued(Creditor.invoice(customer, "1", "2025-01-01", "2025-01-31"));
        payment = creditor.pays(invoice, 10_500_00, "2025-01-05")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void it_waits_on_a_list() {
        creditor.get("/v1/overpayments")
                .then()
                .statusCode(200)
                .body("items.paymentId", equalTo(List.of(payment)))
                .body("items[0].invoiceId", equalTo(invoice))
                .body("items[0].invoiceNumber", equalTo("1"))
                .body("items[0].customerId", equalTo(customer))
                .body("items[0].held.minor", equalTo(500_00))
                .body("items[0].kept", nullValue());
        var other = creditor.issued(Creditor.invoice(customer, "2", "2025-01-01", "2025-01-31"));
        creditor.pays(other, 10_000_01, "2025-01-06").then().statusCode(201);
        var first = creditor.read("/v1/overpayments?limit=1");
        assertEquals(List.of(payment), first.getList("items.paymentId"));
        creditor.get("/v1/overpayments?limit=1&after=" + first.getString("next"))
                .then()
                .body("items.held.minor", equalTo(List.of(1)))
                .body("next", nullValue());
        Creditor.on("2025-01-01").get("/v1/overpayments").then().body("items", hasSize(0));
    }

    @Test
    void it_stays_on_account_by_decision_until_more_is_held() {
        keep(payment)
                .then()
                .statusCode(200)
                .body("kept.note", equalTo("They order again."))
                .body("kept.actor", equalTo("karin"));
        creditor.get("/v1/overpayments").then().body("items", hasSize(0));
        creditor.get("/v1/overpayments?kept=true").then().body("items.paymentId", equalTo(List.of(payment)));
        keep(payment).then().statusCode(200);
        // money of an earlier day takes its place
        creditor.pays(invoice, 1_00, "2025-01-04").then().statusCode(201);
        creditor.get("/v1/overpayments").then().body("items.held.minor", equalTo(List.of(501_00)));
    }

    @Test
    void it_moves_to_another_invoice_and_counts_from_its_day() {
        var other = creditor.issued(Creditor.invoice(customer, "2", "2024-12-01", "2024-12-31"));
        creditor.clockMovesTo("2025-03-02");

        String moved = move(payment, Map.of("invoiceId", other))
                .then()
                .statusCode(201)
                .body("valueDate", equalTo("2025-01-05"))
                .body("amount.minor", equalTo(500_00))
                .body("allocation.interest.minor", equalTo(15_07))
                .body("allocation.principal.minor", equalTo(484_93))
                .extract()
                .path("id");

        creditor.get("/v1/payments/" + payment).then().body("excess.minor", equalTo(0));
        creditor.get("/v1/payments/" + moved).then().body("invoiceId", equalTo(other));
        creditor.get("/v1/overpayments").then().body("items", hasSize(0));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry where account = 2420"));
        assertEquals(List.of("1050000"), creditor.rows("select sum(minor) from ledger_entry where account = 1930"));
        assertEquals(List.of(payment), creditor.rows("select moved_from from payment where moved_from is not null"));
        move(payment, Map.of("invoiceId", other)).then().statusCode(404);
    }

    @Test
    void only_what_the_other_invoice_takes_moves() {
        var small = Creditor.invoice(customer, "2", "2025-01-01", "2025-01-31");
        small.put(
                "lines",
                List.of(Map.of("description", "Nails", "quantity", "1", "unitPrice", sek(200_00), "vatRate", "0")));
        var other = creditor.issued(small);
        move(payment, Map.of("invoiceId", other, "amount", sek(200_01)))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:more-than-owed"));
        move(payment, Map.of("invoiceId", other, "amount", sek(50_00))).then().statusCode(201);
        move(payment, Map.of("invoiceId", other))
                .then()
                .statusCode(201)
                .body("amount.minor", equalTo(150_00))
                .body("excess.minor", equalTo(0));
        creditor.get("/v1/invoices/" + other).then().body("state", equalTo("SETTLED"));
        creditor.get("/v1/overpayments").then().body("items.held.minor", equalTo(List.of(300_00)));
        move(payment, Map.of("invoiceId", other))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:claim-settled"));
    }

    @Test
    void what_cannot_move_is_refused() {
        var other = creditor.issued(Creditor.invoice(customer, "2", "2025-01-01", "2025-01-31"));
        var stranger = Creditor.customer();
        stranger.put("identityNumber", "556732-1707");
        String strange = creditor.post("/v1/customers", stranger)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var strangers = creditor.issued(Creditor.invoice(strange, "3", "2025-01-01", "2025-01-31"));
        move(payment, Map.of("invoiceId", strangers))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:other-customer"));
        move(payment, Map.of("invoiceId", invoice))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:same-invoice"));
        move(payment, Map.of("invoiceId", other, "amount", sek(500_01)))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:excess-not-held"));
        move(payment, Map.of("invoiceId", other, "amount", sek(0))).then().statusCode(400);
        move(payment, Map.of("invoiceId", Ids.next().toString())).then().statusCode(404);
        move(Ids.next().toString(), Map.of("invoiceId", other)).then().statusCode(404);
        creditor.post("/v1/overpayments/" + payment + "/move", Map.of("invoiceId", other))
                .then()
                .statusCode(403);
        creditor.get("/v1/overpayments").then().body("items.held.minor", equalTo(List.of(500_00)));
    }

    @Test
    void money_of_an_earlier_day_frees_nothing_that_has_moved() {
        var other = creditor.issued(Creditor.invoice(customer, "2", "2025-01-01", "2025-01-31"));
        move(payment, Map.of("invoiceId", other)).then().statusCode(201);
        // money of an earlier day frees what the first payment covered, and not what is gone
        creditor.pays(invoice, 100_00, "2025-01-04").then().statusCode(201);
        creditor.get("/v1/payments/" + payment)
                .then()
                .body("allocation.principal.minor", equalTo(9_900_00))
                .body("excess.minor", equalTo(100_00));
    }

    private Response keep(String id) {
        return creditor.clerk("karin")
                .body(Map.of("note", "They order again."))
                .post("/v1/overpayments/" + id + "/keep");
    }

    private Response move(String id, Map<String, Object> body) {
        return creditor.clerk("karin").body(body).post("/v1/overpayments/" + id + "/move");
    }
}
