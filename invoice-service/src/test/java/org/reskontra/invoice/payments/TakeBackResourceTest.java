package org.reskontra.invoice.payments;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.InvoiceEvent.PaymentReversed;
import org.reskontra.contracts.InvoiceEvent.PaymentUnmatched;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.UnmatchReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TakeBackResourceTest {

    private Creditor creditor;

    @Test
    void what_the_bank_takes_back_weeks_later_is_owed_as_if_it_had_never_come() {
        creditor = Creditor.on("2025-01-01");
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.clockMovesTo("2025-03-02");
        var payment = paid(invoice, 10_100_00, "2025-03-02");
        creditor.clockMovesTo("2025-03-24");

        reverse(payment, "INSUFFICIENT_FUNDS", "2025-03-21")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("REVERSED"))
                .body("reversalReason", equalTo("INSUFFICIENT_FUNDS"))
                .body("reversedOn", equalTo("2025-03-21"))
                .body("allocation", nullValue());

        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("OVERDUE"))
                .body("settledOn", nullValue())
                .body("outstanding.total.minor", equalTo(10_000_00))
                .body("outstanding.interest.minor", equalTo(0));
        creditor.get("/v1/invoices/" + invoice + "/statement?on=2025-03-24")
                .then()
                .body("total.minor", equalTo(10_000_00 + 156_71)); // 52 days at 11 %
        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body(
                        "items.kind",
                        equalTo(List.of(
                                "INVOICE_ISSUED",
                                "LATE_INTEREST",
                                "PAYMENT",
                                "OVERPAYMENT",
                                "PAYMENT_REVERSED",
                                "LATE_INTEREST_WITHDRAWN")))
                .body("items[4].paymentId", equalTo(payment))
                .body("items[4].on", equalTo("2025-03-02"))
                .body("items[4].bookingDate", equalTo("2025-03-21"))
                .body("items[4].entries.account", equalTo(List.of(1510, 1510, 2420, 1930)));
        assertEquals(
                List.of("9041", "1000000", "959", "-1010000"),
                creditor.rows("select e.minor from ledger_entry e join ledger_posting p on p.id = e.posting_id"
                        + " where p.kind = 'PAYMENT_REVERSED' order by e.line"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        assertEquals(
                List.of("0"), creditor.rows("select sum(minor) from ledger_entry where account in (1930, 2420, 8313)"));

        var told = Events.await(PaymentReversed.class, invoice);
        assertEquals(money(10_100_00), told.amount());
        assertEquals(ReversalReason.INSUFFICIENT_FUNDS, told.reason());
        assertEquals(LocalDate.parse("2025-03-21"), told.reversedOn());
        assertEquals(new Allocation(money(0), money(90_41), money(10_000_00)), told.allocation());
        assertEquals(Outstanding.of(money(10_000_00), money(0), money(0)), told.outstanding());

        paid(invoice, 10_156_71, "2025-03-24");
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("SETTLED"));
    }

    @Test
    void the_same_reversal_again_is_answered_alike_and_another_one_is_a_conflict() {
        creditor = Creditor.on("2026-03-01");
        var invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var payment = paid(invoice, 10_000_00, "2026-03-05");
        reverse(payment, "ACCOUNT_CLOSED", "2026-03-06").then().statusCode(200);

        reverse(payment, "ACCOUNT_CLOSED", "2026-03-06")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("REVERSED"));
        reverse(payment, "BANK_ERROR", "2026-03-05")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:reversal-differs"))
                .body("errors.pointer", equalTo(List.of("/reason", "/reversedOn")));
        unmatch(payment).then().statusCode(409);
        matches(payment, invoice).then().statusCode(409);
        assertEquals(
                List.of("1"), creditor.rows("select count(*) from ledger_posting where kind = 'PAYMENT_REVERSED'"));
    }

    @Test
    void an_invoice_that_is_owed_again_before_its_due_date_passes_it_once() {
        creditor = Creditor.on("2026-03-01");
        var invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var payment = paid(invoice, 10_000_00, "2026-03-05");
        reverse(payment, "PAYER_OBJECTED", "2026-03-05").then().statusCode(200);
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("OPEN"));

        creditor.clockMovesTo("2026-04-01");

        Events.await(DueDatePassed.class, invoice);
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("OVERDUE"));
        var again = paid(invoice, 10_100_00, "2026-04-02");
        reverse(again, "PAYER_OBJECTED", "2026-04-02").then().statusCode(200);
        creditor.settles();
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("OVERDUE"));
        assertEquals(
                1,
                Events.of(invoice).stream()
                        .filter(told -> told.type().equals("org.reskontra.due-date-passed.v1"))
                        .count());
    }

    @Test
    void an_invoice_paid_in_time_and_owed_again_after_its_due_date_has_passed_it() {
        creditor = Creditor.on("2026-03-01");
        var invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-10");
        var payment = paid(invoice, 10_000_00, "2026-03-05");
        creditor.clockMovesTo("2026-03-20");
        reverse(payment, "BANK_ERROR", "2026-03-19").then().statusCode(200);
        Events.await(DueDatePassed.class, invoice);
        creditor.settles();
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("OVERDUE"));
    }

    @Test
    void a_payment_matched_wrongly_is_held_until_a_clerk_says_what_it_is_for() {
        creditor = Creditor.on("2026-03-01");
        var wrong = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var right = creditor.anInvoice("2", "2026-03-01", "2026-03-31");
        var sent = new HashMap<String, Object>();
        sent.put("id", Ids.next().toString());
        sent.put("reference", creditor.read("/v1/invoices/" + wrong).getString("paymentReference"));
        sent.put("amount", Creditor.sek(10_000_00));
        sent.put("bookingDate", "2026-03-01");
        creditor.post("/v1/payments", sent).then().statusCode(201).body("state", equalTo("BOOKED"));
        var payment = (String) sent.get("id");

        unmatch(payment)
                .then()
                .statusCode(200)
                .body("state", equalTo("UNMATCHED"))
                .body("invoiceId", nullValue());

        creditor.settles();
        creditor.get("/v1/payments/" + payment).then().body("state", equalTo("UNMATCHED"));
        creditor.get("/v1/unmatched-payments").then().body("items.id", hasItems(payment));
        creditor.get("/v1/invoices/" + wrong)
                .then()
                .body("state", equalTo("OPEN"))
                .body("outstanding.total.minor", equalTo(10_000_00));
        unmatch(payment).then().statusCode(200).header("ETag", equalTo("\"2\""));
        creditor.post("/v1/payments", sent).then().statusCode(200); // its sender knows nothing of it
        var told = Events.await(PaymentUnmatched.class, wrong);
        assertEquals(UnmatchReason.WRONG_INVOICE, told.reason());
        assertEquals(money(10_000_00), told.outstanding().total());

        matches(payment, right).then().statusCode(200).body("invoiceId", equalTo(right));
        creditor.get("/v1/invoices/" + right).then().body("state", equalTo("SETTLED"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry where account = 2420"));
        assertEquals(List.of("1000000"), creditor.rows("select sum(minor) from ledger_entry where account = 1930"));
    }

    @Test
    void a_payment_sent_with_its_invoice_and_unmatched_may_be_sent_again() {
        creditor = Creditor.on("2026-03-01");
        var invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var sent = Map.of(
                "id",
                Ids.next().toString(),
                "invoiceId",
                invoice,
                "amount",
                Creditor.sek(1_00),
                "bookingDate",
                "2026-03-01");
        creditor.post("/v1/payments", sent).then().statusCode(201);
        unmatch((String) sent.get("id")).then().statusCode(200);
        creditor.post("/v1/payments", sent).then().statusCode(200).body("state", equalTo("UNMATCHED"));
    }

    @Test
    void held_money_can_be_taken_back_too() {
        creditor = Creditor.on("2026-03-01");
        String payment = creditor.post(
                        "/v1/payments",
                        Map.of("reference", "4711", "amount", Creditor.sek(5_00), "bookingDate", "2026-03-01"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        reverse(payment, "NOT_STATED", "2026-03-02").then().statusCode(200).body("state", equalTo("REVERSED"));

        assertEquals(List.of(), creditor.read("/v1/unmatched-payments").getList("items"));
        assertEquals(
                List.of("1930 0", "2420 0"),
                creditor.rows(
                        "select account || ' ' || sum(minor) from ledger_entry group by account order by account"));
        reverse(payment, "NOT_STATED", "2026-03-02").then().statusCode(200);
        creditor.anInvoice("4711", "2026-03-01", "2026-03-31");
        creditor.settles();
        creditor.get("/v1/payments/" + payment).then().body("state", equalTo("REVERSED"));
    }

    @Test
    void what_cannot_be_taken_back_is_refused_and_changes_nothing() {
        creditor = Creditor.on("2026-03-01");
        var invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var payment = paid(invoice, 10_000_00, "2026-03-03");
        reverse(Ids.next().toString(), "BANK_ERROR", "2026-03-03").then().statusCode(404);
        unmatch(Ids.next().toString()).then().statusCode(404);
        reverse(payment, "BANK_ERROR", "2026-03-02")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:reversed-before-booked"));
        reverse(payment, "BANK_ERROR", "2026-03-07")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:booked-too-far-ahead"));
        reverse(payment, "WHATEVER", "2026-03-03").then().statusCode(400);
        creditor.post("/v1/payments/" + payment + "/reversal", Map.of("reason", "BANK_ERROR"))
                .then()
                .statusCode(400);
        creditor.post("/v1/payments/" + payment + "/unmatch", Map.of("reason", "WRONG_INVOICE"))
                .then()
                .statusCode(403);
        creditor.get("/v1/payments/" + payment).then().body("state", equalTo("BOOKED"));
        assertEquals(
                3, Events.await(Topics.INVOICE_EVENTS, invoice, 3).size(), "issued, paid, settled and nothing else");
    }

    @Test
    void payments_of_one_invoice_that_are_taken_back_at_the_same_time_do_not_wait_in_a_circle() {
        creditor = Creditor.on("2025-01-01");
        var invoice = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.clockMovesTo("2025-03-02");
        var payments = IntStream.rangeClosed(1, 8)
                .mapToObj(day -> paid(invoice, 2_000_00, "2025-02-0" + day))
                .toList();
        try (var calls = Executors.newFixedThreadPool(8)) {
            var answers = payments.stream()
                    .map(payment -> CompletableFuture.supplyAsync(
                            () -> reverse(payment, "BANK_ERROR", "2025-03-01").statusCode(), calls))
                    .toList();
            answers.forEach(answer -> assertEquals(200, answer.join()));
        }
        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("OVERDUE"))
                .body("outstanding.total.minor", equalTo(10_000_00));
        assertEquals(
                List.of("0"), creditor.rows("select sum(minor) from ledger_entry where account in (1930, 2420, 8313)"));
    }

    @Test
    void another_tenants_payment_does_not_exist() {
        var other = Creditor.on("2026-03-01");
        var theirs = other.pays(other.anInvoice("1", "2026-03-01", "2026-03-31"), 1_00, "2026-03-01")
                .then()
                .extract()
                .<String>path("id");
        creditor = Creditor.on("2026-03-01");
        reverse(theirs, "BANK_ERROR", "2026-03-01").then().statusCode(404);
        unmatch(theirs).then().statusCode(404);
    }

    private String paid(String invoice, long minor, String on) {
        return creditor.pays(invoice, minor, on)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response reverse(String payment, String reason, String on) {
        return creditor.post("/v1/payments/" + payment + "/reversal", Map.of("reason", reason, "reversedOn", on));
    }

    private Response unmatch(String payment) {
        return creditor.as("clerk")
                .body(Map.of("reason", "WRONG_INVOICE"))
                .post("/v1/payments/" + payment + "/unmatch");
    }

    private Response matches(String payment, String invoice) {
        return creditor.as("clerk")
                .body(Map.of("invoiceId", invoice))
                .post("/v1/unmatched-payments/" + payment + "/match");
    }

    private static Money money(long minor) {
        return Money.of(minor, "SEK");
    }
}
