package org.reskontra.invoice.payments;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.OverpaymentFound;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
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
class PaymentResourceTest {
    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-03-01");
    }

    @Test
    void paying_in_time_settles_the_invoice() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");

        creditor.pays(id, 10_000_00, "2026-03-05")
                .then()
                .statusCode(201)
                .body("state", equalTo("BOOKED"))
                .body("invoiceId", equalTo(id))
                .body("valueDate", equalTo("2026-03-05"))
                .body("allocation.principal.minor", equalTo(10_000_00))
                .body("excess.minor", equalTo(0));

        creditor.get("/v1/invoices/" + id)
                .then()
                .body("state", equalTo("SETTLED"))
                .body("settledOn", equalTo("2026-03-05"))
                .body("outstanding.total.minor", equalTo(0));
        assertEquals(
                List.of("invoice-issued", "payment-received", "invoice-settled"),
                names(Events.await(Topics.INVOICE_EVENTS, id, 3)));
    }

    @Test
    void g18_a_late_part_payment_posts_interest_first_and_covers_costs_interest_principal() {
        creditor = Creditor.on("2025-01-01");
        var id = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.clockMovesTo("2025-03-01");

        creditor.pays(id, 4_000_00, "2025-03-02")
                .then()
                .statusCode(201)
                .body("allocation.interest.minor", equalTo(90_41))
                .body("allocation.principal.minor", equalTo(3_909_59));

        creditor.get("/v1/invoices/" + id + "/ledger")
                .then()
                .body("items.kind", equalTo(List.of("INVOICE_ISSUED", "LATE_INTEREST", "PAYMENT")))
                .body("items[1].interestThrough", equalTo("2025-03-02"))
                .body("items[1].calculation.stretches[0].days", equalTo(30))
                .body("items[1].entries.account", equalTo(List.of(1510, 8313)));
        var told = Events.await(Topics.INVOICE_EVENTS, id, 4);
        assertEquals(List.of("invoice-issued", "due-date-passed", "charge-posted", "payment-received"), names(told));
        assertEquals(
                List.of(1L, 2L, 3L, 4L), told.stream().map(Events.Told::version).toList());
        var interest = told.get(2).as(ChargePosted.class);
        assertEquals(money(90_41), interest.amount());
        assertEquals(LocalDate.parse("2025-03-02"), interest.interestThrough());
        assertEquals(Outstanding.of(money(10_000_00), money(90_41), money(0)), interest.outstanding());
        var payment = told.get(3).as(PaymentReceived.class);
        assertEquals(new Allocation(money(0), money(90_41), money(3_909_59)), payment.allocation());
        assertEquals(Outstanding.of(money(6_090_41), money(0), money(0)), payment.outstanding());
    }

    @Test
    void a_payment_told_late_counts_from_its_value_date_and_moves_what_others_cover() {
        creditor = Creditor.on("2025-01-01");
        var id = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.clockMovesTo("2025-03-03");
        String first = creditor.pays(id, 4_000_00, "2025-03-02")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        creditor.post("/v1/payments", valued(Map.of("invoiceId", id), 1_000_00, "2025-02-10", "2025-03-03"))
                .then()
                .statusCode(201)
                .body("allocation.interest.minor", equalTo(30_14))
                .body("allocation.principal.minor", equalTo(969_86));

        creditor.get("/v1/payments/" + first)
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("allocation.interest.minor", equalTo(54_43))
                .body("allocation.principal.minor", equalTo(3_945_57))
                .body("excess.minor", equalTo(0));
        creditor.get("/v1/invoices/" + id + "/ledger")
                .then()
                .body(
                        "items.kind",
                        equalTo(List.of(
                                "INVOICE_ISSUED",
                                "LATE_INTEREST",
                                "PAYMENT",
                                "LATE_INTEREST_WITHDRAWN",
                                "LATE_INTEREST",
                                "LATE_INTEREST",
                                "PAYMENT_REALLOCATED",
                                "PAYMENT")))
                .body("items[3].interestThrough", equalTo("2025-03-02"))
                .body("items[6].paymentId", equalTo(first));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        var told = Events.await(Topics.INVOICE_EVENTS, id, 9);
        assertEquals(
                List.of(
                        "charge-withdrawn",
                        "charge-posted",
                        "charge-posted",
                        "payment-reallocated",
                        "payment-received"),
                names(told.subList(4, 9)));
        var left = Outstanding.of(money(5_084_57), money(0), money(0));
        assertEquals(left, told.get(4).as(ChargeWithdrawn.class).outstanding());
        assertEquals(left, told.get(8).as(PaymentReceived.class).outstanding());
        assertEquals(
                5_084_57,
                creditor.read("/v1/invoices/" + id + "/statement?on=2025-03-02").getInt("total.minor"));
    }

    @Test
    void payments_that_waited_for_their_invoice_count_from_their_value_dates_too() {
        creditor = Creditor.on("2025-03-03");
        var reference = Map.of("reference", "7766554433");
        String first = creditor.post("/v1/payments", valued(reference, 4_000_00, "2025-03-02", "2025-03-02"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        creditor.post("/v1/payments", valued(reference, 1_000_00, "2025-02-10", "2025-03-03"))
                .then()
                .statusCode(201);
        var invoice = Creditor.invoice(creditor.aCustomer(), "1", "2025-01-01", "2025-01-31");
        invoice.put("paymentReference", "7766554433");
        var id = creditor.issued(invoice);
        creditor.settles();

        creditor.get("/v1/payments/" + first)
                .then()
                .body("state", equalTo("BOOKED"))
                .body("allocation.interest.minor", equalTo(54_43))
                .body("allocation.principal.minor", equalTo(3_945_57));
        creditor.get("/v1/invoices/" + id).then().body("outstanding.total.minor", equalTo(5_084_57));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
    }

    @Test
    void paying_what_the_statement_says_settles_to_the_oere() {
        creditor = Creditor.on("2025-01-01");
        var id = creditor.anInvoice("1", "2025-01-01", "2025-01-31");
        creditor.clockMovesTo("2025-03-01");
        creditor.pays(id, 4_000_00, "2025-03-02").then().statusCode(201);
        creditor.clockMovesTo("2025-03-31");

        int total =
                creditor.read("/v1/invoices/" + id + "/statement?on=2025-04-01").getInt("total.minor");
        creditor.pays(id, total, "2025-04-01").then().statusCode(201).body("excess.minor", equalTo(0));

        creditor.get("/v1/invoices/" + id).then().body("state", equalTo("SETTLED"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        // the past can still be asked for, from the ledger alone
        var before = creditor.read("/v1/invoices/" + id + "/statement?on=2025-03-02");
        assertEquals(6_090_41, before.getInt("total.minor"));
        assertEquals(
                10_000_00,
                creditor.read("/v1/invoices/" + id + "/statement?on=2025-01-15").getInt("total.minor"));
    }

    @Test
    void paying_too_much_leaves_a_liability_and_is_told() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");

        creditor.pays(id, 10_500_00, "2026-03-02").then().statusCode(201).body("excess.minor", equalTo(500_00));
        creditor.pays(id, 100_00, "2026-03-03").then().statusCode(201).body("excess.minor", equalTo(100_00));

        var told = Events.await(Topics.INVOICE_EVENTS, id, 5);
        assertEquals(
                List.of(
                        "invoice-issued",
                        "payment-received",
                        "invoice-settled",
                        "overpayment-found",
                        "overpayment-found"),
                names(told));
        assertEquals(money(10_000_00), told.get(1).as(PaymentReceived.class).amount());
        assertEquals(money(500_00), told.get(3).as(OverpaymentFound.class).amount());
        var held = creditor.read("/v1/ledger/trial-balance?on=2026-03-02")
                .getMap("accounts.find { it.account == 2420 }.balance");
        assertEquals(-500_00, held.get("minor"));
    }

    @Test
    void a_payment_finds_its_invoice_by_reference() {
        var id = creditor.anInvoice("1234567", "2026-03-01", "2026-03-31");
        creditor.post("/v1/payments", payment("1234 567 90", 10_000_00))
                .then()
                .statusCode(201)
                .body("invoiceId", equalTo(id))
                .body("reference", equalTo("123456790"));
    }

    @Test
    void a_payment_before_its_invoice_is_held_and_booked_when_the_invoice_is_issued() {
        var payment = creditor.post("/v1/payments", payment("123456790", 10_500_00))
                .then()
                .statusCode(201)
                .body("state", equalTo("UNMATCHED"))
                .body("invoiceId", nullValue())
                .extract()
                .<String>path("id");
        assertEquals(
                -10_500_00,
                creditor.read("/v1/ledger/trial-balance?on=2026-03-02")
                        .getInt("accounts.find { it.account == 2420 }.balance.minor"));

        var id = creditor.anInvoice("1234567", "2026-03-10", "2026-03-31");
        creditor.settles();

        creditor.get("/v1/payments/" + payment)
                .then()
                .body("state", equalTo("BOOKED"))
                .body("invoiceId", equalTo(id))
                .body("excess.minor", equalTo(500_00));
        creditor.get("/v1/invoices/" + id).then().body("state", equalTo("SETTLED"));
        var told = Events.await(Topics.INVOICE_EVENTS, id, 4);
        assertEquals(
                List.of("invoice-issued", "payment-received", "invoice-settled", "overpayment-found"), names(told));
        assertEquals(
                LocalDate.parse("2026-03-02"),
                told.get(1).as(PaymentReceived.class).bookingDate());
        var books = creditor.read("/v1/ledger/trial-balance?on=2026-03-31");
        assertEquals(-500_00, books.getInt("accounts.find { it.account == 2420 }.balance.minor"));
        assertEquals(0, books.getInt("accounts.find { it.account == 1510 }.balance.minor"));
        assertEquals(10_500_00, books.getInt("accounts.find { it.account == 1930 }.balance.minor"));
        assertEquals(List.of(0), books.getList("sums.difference.minor"));
    }

    @Test
    void the_same_payment_again_is_the_same_payment() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var payment = new HashMap<String, Object>(Map.of(
                "id", Ids.next().toString(), "invoiceId", id, "amount", sek(100_00), "bookingDate", "2026-03-02"));
        creditor.post("/v1/payments", payment).then().statusCode(201);
        creditor.post("/v1/payments", payment).then().statusCode(200).body("state", equalTo("BOOKED"));
        payment.put("amount", sek(200_00));
        creditor.post("/v1/payments", payment)
                .then()
                .statusCode(409)
                .body("errors.pointer", equalTo(List.of("/amount")));
        creditor.get("/v1/invoices/" + id).then().body("outstanding.total.minor", equalTo(9_900_00));
    }

    @Test
    void an_idempotency_key_books_once() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var payment = Map.of("invoiceId", id, "amount", sek(100_00), "bookingDate", "2026-03-02");
        for (int i = 0; i < 3; i++) {
            creditor.as("integrator")
                    .header("Idempotency-Key", "\"p-1\"")
                    .body(payment)
                    .post("/v1/payments")
                    .then()
                    .statusCode(201);
        }
        creditor.get("/v1/invoices/" + id).then().body("outstanding.total.minor", equalTo(9_900_00));
    }

    @Test
    void what_cannot_be_booked_is_refused() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        creditor.pays(id, 100_00, "2026-03-06").then().statusCode(201);
        creditor.pays(id, 100_00, "2026-03-07")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:booked-too-far-ahead"));
        creditor.post(
                        "/v1/payments",
                        Map.of(
                                "invoiceId",
                                id,
                                "amount",
                                Map.of("minor", 100, "currency", "EUR"),
                                "bookingDate",
                                "2026-03-01"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:currency-differs"));
        creditor.pays(Ids.next().toString(), 100_00, "2026-03-01").then().statusCode(404);
        creditor.pays(id, 0, "2026-03-01").then().statusCode(400).body("errors.pointer", hasItem("/amount"));
        creditor.post("/v1/payments", Map.of("amount", sek(1), "bookingDate", "2026-03-01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/reference"));
        creditor.pays(id, Long.MAX_VALUE, "2026-03-01")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/amount"));
        creditor.pays(id, 1, "0026-03-01").then().statusCode(400).body("errors.pointer", hasItem("/bookingDate"));
        creditor.get("/v1/invoices/" + id + "/statement?on=%2B20260-03-01")
                .then()
                .statusCode(400);
        creditor.get("/v1/payments/" + Ids.next()).then().statusCode(404);
    }

    @Test
    void an_unknown_rate_books_the_money_and_asks_for_a_person() {
        creditor = Creditor.on("2001-01-01");
        var id = creditor.anInvoice("1", "2001-01-01", "2001-01-31");
        creditor.clockMovesTo("2001-03-01");
        creditor.pays(id, 10_000_00, "2001-03-02").then().statusCode(201);
        creditor.get("/v1/invoices/" + id)
                .then()
                .body("state", equalTo("SETTLED"))
                .body("review", notNullValue());
        assertEquals(
                List.of("invoice-issued", "due-date-passed", "payment-received", "invoice-settled"),
                names(Events.await(Topics.INVOICE_EVENTS, id, 4)));
    }

    private static List<String> names(List<Events.Told> told) {
        return told.stream()
                .map(event -> event.type().replace("org.reskontra.", "").replace(".v1", ""))
                .toList();
    }

    private static Map<String, Object> payment(String reference, long minor) {
        return Map.of("reference", reference, "amount", sek(minor), "bookingDate", "2026-03-02");
    }

    private static Map<String, Object> valued(Map<String, String> on, long minor, String valueDate, String bookedOn) {
        var payment = new HashMap<String, Object>(on);
        payment.putAll(Map.of("amount", sek(minor), "valueDate", valueDate, "bookingDate", bookedOn));
        return payment;
    }

    private static Money money(long minor) {
        return Money.of(minor, "SEK");
    }
}
