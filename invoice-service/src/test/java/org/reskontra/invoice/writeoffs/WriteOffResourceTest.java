package org.reskontra.invoice.writeoffs;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
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
import org.reskontra.contracts.InvoiceEvent.InvoiceWrittenOff;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WriteOffResourceTest {

    private static final Map<String, Object> ALL = Map.of("reason", "UNCOLLECTABLE", "note", "Bankrupt.");

    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2025-01-01");
    }

    @Test
    void what_one_clerk_proposes_another_books_with_the_interest_of_the_day() {
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.clockMovesTo("2025-03-02");
        var id = proposed(invoice, ALL);
        creditor.get("/v1/invoices/" + invoice).then().body("outstanding.total.minor", equalTo(10_000_00));

        approves("karin", id).then().statusCode(422).body("type", equalTo("urn:reskontra:problem:same-person"));
        approves("olle", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("BOOKED"))
                .body("booked.minor", equalTo(10_090_41))
                .body("on", equalTo("2025-03-02"))
                .body("proposedBy", equalTo("karin"))
                .body("decidedBy", equalTo("olle"));
        approves("olle", id).then().statusCode(200).body("booked.minor", equalTo(10_090_41));

        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("SETTLED"))
                .body("settledOn", equalTo("2025-03-02"));
        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body("items.kind", equalTo(List.of("INVOICE_ISSUED", "LATE_INTEREST", "WRITE_OFF")))
                .body("items[2].actor", equalTo("olle"))
                .body("items[2].entries.account", equalTo(List.of(6351, 1510, 1510)))
                .body("items[2].entries[0].debit.minor", equalTo(10_090_41));
        assertEquals(
                0,
                creditor.read("/v1/invoices/" + invoice + "/statement?on=2025-12-31")
                        .getInt("total.minor"));
        var told = Events.await(Topics.INVOICE_EVENTS, invoice, 5);
        assertEquals(
                List.of("invoice-issued", "due-date-passed", "charge-posted", "invoice-written-off", "invoice-settled"),
                names(told));
        var news = told.get(3).as(InvoiceWrittenOff.class);
        assertEquals(WriteOffReason.UNCOLLECTABLE, news.reason());
        assertEquals(Money.of(10_090_41, "SEK"), news.amount());
        assertEquals(id, news.writeOff().toString());
    }

    @Test
    void money_that_comes_after_all_takes_the_place_of_what_was_given_up() {
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        approves("olle", proposed(invoice, ALL)).then().statusCode(200);

        creditor.pays(invoice, 4_000_00, "2025-01-05")
                .then()
                .statusCode(201)
                .body("allocation.principal.minor", equalTo(4_000_00))
                .body("excess.minor", equalTo(0));

        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body("items.kind", equalTo(List.of("INVOICE_ISSUED", "WRITE_OFF", "WRITE_OFF_RECOVERED", "PAYMENT")));
        assertEquals(List.of("600000"), creditor.rows("select sum(minor) from ledger_entry where account = 6351"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("SETTLED"));
        var told = Events.await(Topics.INVOICE_EVENTS, invoice, 5);
        assertEquals(
                Money.of(6_000_00, "SEK"),
                told.get(3).as(InvoiceWrittenOff.class).amount());
    }

    @Test
    void a_part_is_given_up_and_the_rest_is_owed() {
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        approves("olle", proposed(invoice, Map.of("reason", "DISPUTED", "amount", sek(1_000_00))))
                .then()
                .statusCode(200);
        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("OPEN"))
                .body("outstanding.total.minor", equalTo(9_000_00));
    }

    @Test
    void what_is_rejected_is_not_booked_and_leaves_room_for_another() {
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        var id = proposed(invoice, ALL);
        propose(invoice, ALL).then().statusCode(409).body("type", equalTo("urn:reskontra:problem:write-off-waits"));

        creditor.clerk("karin")
                .body(Map.of("note", "Wait for the trustee.\nCall after Easter."))
                .post("/v1/write-offs/" + id + "/rejection")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("decisionNote", equalTo("Wait for the trustee.\nCall after Easter."));
        approves("olle", id).then().statusCode(409).body("type", equalTo("urn:reskontra:problem:already-decided"));
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("OPEN"));

        var next = proposed(invoice, ALL);
        creditor.get("/v1/write-offs?state=PROPOSED").then().body("items.id", equalTo(List.of(next)));
        var first = creditor.read("/v1/write-offs?limit=1");
        assertEquals(List.of(id), first.getList("items.id"));
        creditor.get("/v1/write-offs?limit=1&after=" + first.getString("next"))
                .then()
                .body("items.id", equalTo(List.of(next)))
                .body("next", nullValue());
        creditor.get("/v1/write-offs/" + next).then().statusCode(200).body("note", equalTo("Bankrupt."));
    }

    @Test
    void a_small_amount_may_be_approved_by_who_proposed_it_if_the_tenant_says_so() {
        creditor.get("/v1/payment-settings")
                .then()
                .statusCode(200)
                .body("ownApprovalUpTo.minor", equalTo(0))
                .body("knownAt", nullValue());
        allows(0, 100_00).then().statusCode(200).body("knownAt", notNullValue()).body("actor", equalTo("karin"));
        var small = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        approves("karin", proposed(small, Map.of("reason", "GOODWILL", "amount", sek(100_00))))
                .then()
                .statusCode(200);
        approves("karin", proposed(small, Map.of("reason", "GOODWILL", "amount", sek(100_01))))
                .then()
                .statusCode(422);
    }

    @Test
    void a_command_sent_again_with_its_key_is_done_once() {
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        var key = Ids.next().toString();
        String first = keyed(key, invoice).then().statusCode(201).extract().path("id");
        assertEquals(first, keyed(key, invoice).then().statusCode(201).extract().path("id"));
    }

    @Test
    void what_cannot_be_given_up_is_refused() {
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        propose(invoice, Map.of("reason", "GOODWILL", "amount", sek(10_000_01)))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:more-than-owed"));
        propose(invoice, Map.of("reason", "GOODWILL", "amount", Map.of("minor", 1, "currency", "EUR")))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:currency-differs"));
        propose(invoice, Map.of("reason", "GOODWILL", "amount", sek(0)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/amount"));
        propose(invoice, Map.of("reason", "SMALL_RESIDUAL"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/reason"));
        propose(invoice, Map.of("note", "why?")).then().statusCode(400);
        propose(Ids.next().toString(), ALL).then().statusCode(404);
        approves("olle", Ids.next().toString()).then().statusCode(404);
        creditor.post("/v1/invoices/" + invoice + "/write-offs", ALL).then().statusCode(403);
        var waiting = proposed(invoice, ALL);
        creditor.pays(invoice, 10_000_00, "2025-01-01").then().statusCode(201);
        approves("olle", waiting).then().statusCode(422).body("type", equalTo("urn:reskontra:problem:claim-settled"));
        propose(invoice, ALL).then().statusCode(422);
        Creditor.on("2025-01-01").get("/v1/write-offs/" + waiting).then().statusCode(404);
    }

    // ---- small residuals

    @Test
    void a_payment_that_leaves_no_more_than_the_tolerance_settles_the_invoice() {
        allows(500, 0).then().statusCode(200);
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.pays(invoice, 9_995_00, "2025-01-05").then().statusCode(201);

        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("SETTLED"))
                .body("settledOn", equalTo("2025-01-05"));
        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body("items.kind", equalTo(List.of("INVOICE_ISSUED", "PAYMENT", "WRITE_OFF")))
                .body("items[2].entries.account", equalTo(List.of(3740, 1510)));
        creditor.get("/v1/write-offs")
                .then()
                .body("items.reason", equalTo(List.of("SMALL_RESIDUAL")))
                .body("items.booked.minor", equalTo(List.of(500)))
                .body("items.decidedBy", equalTo(List.of("service")));
        assertEquals(
                List.of("invoice-issued", "payment-received", "invoice-written-off", "invoice-settled"),
                names(Events.await(Topics.INVOICE_EVENTS, invoice, 4)));
    }

    @Test
    void a_payment_that_waited_for_its_invoice_is_forgiven_the_same() {
        allows(500, 0).then().statusCode(200);
        creditor.post("/v1/payments", Map.of("reference", "1230", "amount", sek(9_999_00), "bookingDate", "2025-01-01"))
                .then()
                .statusCode(201);
        var invoice = Creditor.invoice(creditor.aCustomer(), "1", "2025-01-01", "2025-01-31");
        invoice.put("paymentReference", "1230");
        var id = creditor.issued(invoice);
        creditor.settles();
        creditor.get("/v1/invoices/" + id).then().body("state", equalTo("SETTLED"));
    }

    @Test
    void more_than_the_tolerance_stays_owed_and_without_one_everything_does() {
        var first = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.pays(first, 9_999_99, "2025-01-05").then().statusCode(201);
        creditor.get("/v1/invoices/" + first).then().body("outstanding.total.minor", equalTo(1));
        allows(500, 0).then().statusCode(200);
        var second = creditor.anInvoice("2", "2025-01-01", "2025-01-31");
        creditor.pays(second, 9_994_99, "2025-01-05").then().statusCode(201);
        creditor.get("/v1/invoices/" + second).then().body("outstanding.total.minor", equalTo(501));
    }

    @Test
    void a_tolerance_beyond_reason_or_in_another_currency_is_refused() {
        allows(100_01, 0).then().statusCode(400).body("errors.pointer", hasItem("/residualTolerance"));
        allows(-1, 0).then().statusCode(400);
        creditor.clerk("karin")
                .body(Map.of("residualTolerance", Map.of("minor", 1, "currency", "EUR"), "ownApprovalUpTo", sek(0)))
                .put("/v1/payment-settings")
                .then()
                .statusCode(400);
        creditor.as("integrator")
                .body(Map.of("residualTolerance", sek(1), "ownApprovalUpTo", sek(0)))
                .put("/v1/payment-settings")
                .then()
                .statusCode(403);
    }

    private Response allows(long residual, long own) {
        return creditor.clerk("karin")
                .body(Map.of("residualTolerance", sek(residual), "ownApprovalUpTo", sek(own)))
                .put("/v1/payment-settings");
    }

    private Response propose(String invoice, Map<String, Object> body) {
        return creditor.clerk("karin").body(body).post("/v1/invoices/" + invoice + "/write-offs");
    }

    private Response keyed(String key, String invoice) {
        return creditor.clerk("karin")
                .header("Idempotency-Key", key)
                .body(ALL)
                .post("/v1/invoices/" + invoice + "/write-offs");
    }

    private String proposed(String invoice, Map<String, Object> body) {
        return propose(invoice, body)
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    private Response approves(String clerk, String id) {
        return creditor.clerk(clerk).body(Map.of()).post("/v1/write-offs/" + id + "/approval");
    }

    private static List<String> names(List<Events.Told> told) {
        return told.stream()
                .map(event -> event.type().replace("org.reskontra.", "").replace(".v1", ""))
                .toList();
    }
}
