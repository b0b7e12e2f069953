package org.reskontra.invoice.refunds;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
class RefundResourceTest {

    private static final Map<String, Object> TO_BANKGIRO =
            Map.of("name", "Takstolar i Norr AB", "bankgiro", "991-2346");

    private Creditor creditor;
    private String customer;
    private String invoice;
    private String payment;

    /** 10 000 kr paid with 10 500 on 1 January. */
    @BeforeEach
    void an_overpayment() {
        creditor = Creditor.on("2025-01-01");
        customer = creditor.aCustomer();
        invoice = creditor.issued(Creditor.invoice(customer, "1", "2025-01-01", "2025-01-31"));
        payment = creditor.pays(invoice, 10_500_00, "2025-01-01")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void what_one_proposes_and_another_approves_goes_with_one_file() {
        var id = proposed(payment);
        approves("karin", id).then().statusCode(422).body("type", equalTo("urn:reskontra:problem:same-person"));
        approves("olle", id).then().statusCode(200).body("state", equalTo("APPROVED"));
        assertEquals(List.of("-50000"), creditor.rows("select sum(minor) from ledger_entry where account = 2420"));

        var file = makes(Map.of("executionDate", "2025-01-02"))
                .then()
                .statusCode(201)
                .extract();
        assertEquals(1, file.<Integer>path("refunds"));
        assertEquals(500_00, file.<Integer>path("sum.minor"));
        assertEquals(0, file.<Integer>path("lapsed"));
        var location = file.header("Location").replaceFirst("^.*(/v1/)", "$1");

        var content = creditor.as("clerk").get(location + "/content");
        content.then().statusCode(200).contentType("application/xml");
        var xml = new String(content.asByteArray(), StandardCharsets.UTF_8);
        assertTrue(xml.contains("<NbOfTxs>1</NbOfTxs><CtrlSum>500.00</CtrlSum>"), xml);
        assertTrue(xml.contains("<EndToEndId>" + id.replace("-", "") + "</EndToEndId>"), xml);
        assertTrue(xml.contains("<Nm>Takstolar i Norr AB</Nm>"), xml);
        assertTrue(xml.contains("<MsgId>" + file.<String>path("messageId") + "</MsgId>"), xml);
        assertTrue(xml.contains("<Dt>2025-01-02</Dt>"), xml);
        assertArrayEquals(
                content.asByteArray(),
                creditor.as("clerk").get(location + "/content").asByteArray());
        creditor.get(location).then().statusCode(200).body("refunds", equalTo(1));
        creditor.get("/v1/refund-files").then().body("items", hasSize(1));

        creditor.get("/v1/refunds/" + id)
                .then()
                .body("state", equalTo("IN_FILE"))
                .body("fileId", equalTo(file.path("id")));
        creditor.get("/v1/payments/" + payment).then().body("excess.minor", equalTo(0));
        creditor.get("/v1/overpayments").then().body("items", hasSize(0));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry where account = 2420"));
        assertEquals(List.of("1000000"), creditor.rows("select sum(minor) from ledger_entry where account = 1930"));
        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body("items.kind", equalTo(List.of("INVOICE_ISSUED", "PAYMENT", "OVERPAYMENT", "REFUND")))
                .body("items[3].on", equalTo("2025-01-02"));

        makes(Map.of()).then().statusCode(422).body("type", equalTo("urn:reskontra:problem:no-refunds"));
        rejects(id).then().statusCode(409);
    }

    @Test
    void money_on_no_invoice_goes_back_as_a_whole() {
        String held = creditor.post(
                        "/v1/payments", Map.of("reference", "1230", "amount", sek(700_00), "bookingDate", "2025-01-01"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var part = new HashMap<>(wanted(held));
        part.put("amount", sek(1_00));
        propose(part).then().statusCode(422).body("type", equalTo("urn:reskontra:problem:excess-not-held"));
        approves("olle", proposed(held)).then().statusCode(200);
        makes(Map.of()).then().statusCode(201).body("sum.minor", equalTo(700_00));
        creditor.get("/v1/payments/" + held).then().body("state", equalTo("REFUNDED"));
        creditor.get("/v1/unmatched-payments").then().body("items", hasSize(0));
        var late = Creditor.invoice(customer, "2", "2025-01-01", "2025-01-31");
        late.put("paymentReference", "1230");
        var id = creditor.issued(late);
        creditor.settles();
        creditor.get("/v1/invoices/" + id).then().body("outstanding.total.minor", equalTo(10_000_00));
    }

    @Test
    void a_refund_lapses_when_its_money_has_gone_elsewhere() {
        var id = proposed(payment);
        approves("olle", id).then().statusCode(200);
        var other = creditor.issued(Creditor.invoice(customer, "2", "2025-01-01", "2025-01-31"));
        creditor.clerk("karin")
                .body(Map.of("invoiceId", other, "amount", sek(1)))
                .post("/v1/overpayments/" + payment + "/move")
                .then()
                .statusCode(201);
        makes(Map.of()).then().statusCode(200).body("id", nullValue()).body("lapsed", equalTo(1));
        creditor.get("/v1/refunds?state=LAPSED").then().body("items.id", equalTo(List.of(id)));
        proposed(payment);
    }

    @Test
    void money_is_not_paid_back_before_it_is_there() {
        var ahead = creditor.issued(Creditor.invoice(customer, "2", "2025-01-01", "2025-01-31"));
        String early =
                creditor.pays(ahead, 10_000_01, "2025-01-04").then().extract().path("id");
        approves("olle", proposed(early)).then().statusCode(200);
        makes(Map.of()).then().statusCode(422);
        makes(Map.of("executionDate", "2025-01-04")).then().statusCode(201);
    }

    @Test
    void a_refund_can_be_laid_aside_until_it_is_in_a_file() {
        var id = proposed(payment);
        propose(wanted(payment)).then().statusCode(409).body("type", equalTo("urn:reskontra:problem:refund-under-way"));
        approves("olle", id).then().statusCode(200);
        rejects(id).then().statusCode(200).body("state", equalTo("REJECTED"));
        rejects(id).then().statusCode(200);
        approves("olle", id).then().statusCode(409).body("type", equalTo("urn:reskontra:problem:already-decided"));
        makes(Map.of()).then().statusCode(422);
        proposed(payment);
        creditor.get("/v1/refunds").then().body("items.state", equalTo(List.of("REJECTED", "PROPOSED")));
    }

    @Test
    void a_file_asked_for_again_with_its_key_is_made_once() {
        approves("olle", proposed(payment)).then().statusCode(200);
        var key = Ids.next().toString();
        String first = keyed(key).then().statusCode(201).extract().path("id");
        assertEquals(first, keyed(key).then().statusCode(201).extract().path("id"));
        creditor.get("/v1/refund-files").then().body("items", hasSize(1));
    }

    @Test
    void what_cannot_be_paid_back_is_refused() {
        var more = new HashMap<>(wanted(payment));
        more.put("amount", sek(500_01));
        propose(more).then().statusCode(422).body("type", equalTo("urn:reskontra:problem:excess-not-held"));
        more.put("amount", sek(0));
        propose(more).then().statusCode(400).body("errors.pointer", hasItem("/amount"));
        propose(wanted(Ids.next().toString())).then().statusCode(404);
        propose(to(Map.of("name", "Åsa"))).then().statusCode(400).body("errors.pointer", hasItem("/creditor/iban"));
        propose(to(Map.of("name", "Åsa", "iban", "SE4550000000058398257467")))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/creditor/iban"));
        propose(to(Map.of("name", "Åsa", "bankgiro", "991-2345")))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/creditor/bankgiro"));
        propose(to(Map.of("name", " ", "bankgiro", "991-2346"))).then().statusCode(400);
        creditor.post("/v1/refunds", wanted(payment)).then().statusCode(403);
        approves("olle", Ids.next().toString()).then().statusCode(404);
        creditor.clerk("olle")
                .body(Map.of("note", "one line\nand another"))
                .post("/v1/refunds/" + Ids.next() + "/approval")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/note"));
        makes(Map.of("executionDate", "2024-12-31")).then().statusCode(400);
        makes(Map.of("executionDate", "2025-01-12")).then().statusCode(400);
        creditor.get("/v1/refund-files/" + Ids.next()).then().statusCode(404);
        creditor.as("clerk")
                .get("/v1/refund-files/" + Ids.next() + "/content")
                .then()
                .statusCode(404);
        var id = proposed(payment);
        Creditor.on("2025-01-01").get("/v1/refunds/" + id).then().statusCode(404);
    }

    private static Map<String, Object> wanted(String payment) {
        return Map.of("paymentId", payment, "creditor", TO_BANKGIRO);
    }

    private Map<String, Object> to(Map<String, Object> who) {
        return Map.of("paymentId", payment, "creditor", who);
    }

    private Response propose(Map<String, Object> body) {
        return creditor.clerk("karin").body(body).post("/v1/refunds");
    }

    private String proposed(String id) {
        return propose(wanted(id))
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    private Response approves(String clerk, String id) {
        return creditor.clerk(clerk).body(Map.of()).post("/v1/refunds/" + id + "/approval");
    }

    private Response rejects(String id) {
        return creditor.clerk("karin").body(Map.of()).post("/v1/refunds/" + id + "/rejection");
    }

    private Response makes(Map<String, Object> body) {
        return creditor.clerk("olle").body(body).post("/v1/refund-files");
    }

    private Response keyed(String key) {
        return creditor.clerk("olle")
                .header("Idempotency-Key", key)
                .body(Map.of())
                .post("/v1/refund-files");
    }
}
