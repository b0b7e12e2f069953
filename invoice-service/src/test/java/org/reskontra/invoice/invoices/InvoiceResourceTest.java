package org.reskontra.invoice.invoices;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvoiceResourceTest {

    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-03-01");
    }

    @Test
    void an_invoice_is_totalled_booked_and_told() {
        var customer = creditor.aCustomer();
        var invoice = invoice(customer, "2026117", "2026-03-02", "2026-04-01");
        invoice.put(
                "lines",
                List.of(
                        Map.of(
                                "description",
                                "Trusses",
                                "quantity",
                                "10",
                                "unitPrice",
                                sek(1_000_00),
                                "vatRate",
                                "0.25"),
                        Map.of("description", "Book", "quantity", 1, "unitPrice", sek(100_00), "vatRate", 0.06)));

        var id = creditor.post("/v1/invoices", invoice)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/invoices/.*"))
                .header("ETag", equalTo("\"1\""))
                .body("totals.net.minor", equalTo(10_100_00))
                .body("totals.vat.minor", equalTo(2_506_00))
                .body("totals.gross.minor", equalTo(12_606_00))
                .body("totals.vatByRate.rate", equalTo(List.of("0.06", "0.25")))
                .body("paymentReference", equalTo("202611794"))
                .body("state", equalTo("OPEN"))
                .body("outstanding.total.minor", equalTo(12_606_00))
                .extract()
                .<String>path("id");

        creditor.get("/v1/invoices/" + id).then().statusCode(200).body("number", equalTo("2026117"));
        creditor.get("/v1/invoices/" + id + "/ledger")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("INVOICE_ISSUED")))
                .body("items[0].entries.account", equalTo(List.of(1510, 3003, 2631, 3001, 2611)))
                .body("items[0].entries[0].debit.minor", equalTo(12_606_00))
                .body("items[0].entries[0].part", equalTo("PRINCIPAL"))
                .body("next", nullValue());
        var told = Events.await(InvoiceIssued.class, id);
        assertEquals(Money.of(12_606_00, "SEK"), told.gross());
        assertEquals("202611794", told.paymentReference());
        assertEquals(customer, told.customer().toString());
    }

    @Test
    void without_a_number_the_series_gives_the_next_and_has_no_gaps() {
        var customer = creditor.aCustomer();
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var invoice = invoice(customer, null, "2026-03-01", "2026-03-31");
            invoice.remove("number");
            numbers.add(creditor.post("/v1/invoices", invoice)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("number"));
            var refused = invoice(customer, null, "2026-05-01", "2026-05-31");
            refused.remove("number");
            creditor.post("/v1/invoices", refused).then().statusCode(422);
        }
        assertEquals(List.of("R100001", "R100002", "R100003"), numbers);
    }

    @Test
    void a_number_with_letters_gets_a_reference_of_the_series() {
        var id = creditor.anInvoice("INV/2026-17", "2026-03-01", "2026-03-31");
        creditor.get("/v1/invoices/" + id).then().body("paymentReference", matchesPattern("9\\d{13}"));
    }

    @Test
    void payment_terms_count_from_the_issue_date() {
        var invoice = invoice(creditor.aCustomer(), "1", "2026-03-01", "x");
        invoice.remove("dueDate");
        invoice.put("paymentTerms", Map.of("days", 30));
        creditor.post("/v1/invoices", invoice).then().statusCode(201).body("dueDate", equalTo("2026-03-31"));
        invoice.put("dueDate", "2026-03-31");
        invoice.put("number", "2");
        creditor.post("/v1/invoices", invoice).then().statusCode(400).body("errors.pointer", hasItem("/dueDate"));
    }

    @Test
    void prices_can_hold_the_vat() {
        var invoice = invoice(creditor.aCustomer(), "1", "2026-03-01", "2026-03-31");
        invoice.put("pricesIncludeVat", true);
        invoice.put(
                "lines",
                List.of(Map.of("description", "x", "quantity", "1", "unitPrice", sek(80_99), "vatRate", "0.25")));
        creditor.post("/v1/invoices", invoice)
                .then()
                .statusCode(201)
                .body("totals.gross.minor", equalTo(80_99))
                .body("totals.vat.minor", equalTo(16_20));
    }

    @Test
    void bad_input_is_pointed_at() {
        var invoice = invoice(creditor.aCustomer(), "", "2026-03-01", "2026-03-31");
        invoice.put("lines", List.of(Map.of("description", "", "quantity", "0", "unitPrice", sek(1), "vatRate", "25")));
        creditor.post("/v1/invoices", invoice)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        hasItems("/number", "/lines/0/description", "/lines/0/quantity", "/lines/0/vatRate"));
        creditor.post("/v1/invoices", Map.of("customerId", Ids.next().toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/issueDate", "/lines"));
        creditor.post("/v1/invoices", Map.of("colour", "red")).then().statusCode(400);
    }

    @Test
    void rules_refuse_with_their_own_code() {
        var customer = creditor.aCustomer();
        creditor.post("/v1/invoices", invoice(customer, "1", "2026-04-01", "2026-05-01"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:issued-too-far-ahead"));
        creditor.post("/v1/invoices", invoice(customer, "1", "2026-03-02", "2026-03-01"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:due-before-issue"));
        creditor.post("/v1/invoices", invoice(Ids.next().toString(), "1", "2026-03-02", "2026-03-31"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:customer-unknown"))
                .body("errors.pointer", hasItem("/customerId"));
    }

    @Test
    void the_same_invoice_again_is_the_same_invoice() {
        var invoice = invoice(creditor.aCustomer(), "77", "2026-03-01", "2026-03-31");
        invoice.put("id", Ids.next().toString());
        creditor.post("/v1/invoices", invoice).then().statusCode(201);

        creditor.post("/v1/invoices", invoice).then().statusCode(200).body("id", equalTo(invoice.get("id")));

        var other = new HashMap<>(invoice);
        other.put("dueDate", "2026-04-15");
        other.put("reminderFeeAgreed", false);
        creditor.post("/v1/invoices", other)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:invoice-differs"))
                .body("errors.pointer", equalTo(List.of("/dueDate", "/reminderFeeAgreed")));
        assertEquals(List.of("1"), creditor.rows("select count(*) from invoice"));
    }

    @Test
    void a_retry_without_a_number_takes_no_other_number() {
        var invoice = invoice(creditor.aCustomer(), null, "2026-03-01", "2026-03-31");
        invoice.remove("number");
        invoice.put("id", Ids.next().toString());
        creditor.post("/v1/invoices", invoice).then().statusCode(201).body("number", equalTo("R100001"));
        creditor.post("/v1/invoices", invoice).then().statusCode(200).body("number", equalTo("R100001"));
        assertEquals(List.of("1"), creditor.rows("select last_number from numbering"));
    }

    @Test
    void a_number_or_reference_is_given_once() {
        var customer = creditor.aCustomer();
        creditor.issued(invoice(customer, "77", "2026-03-01", "2026-03-31"));
        creditor.post("/v1/invoices", invoice(customer, "77", "2026-03-01", "2026-03-31"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:invoice-number-taken"));
        var sameReference = invoice(customer, "A-78", "2026-03-01", "2026-03-31");
        sameReference.put("paymentReference", "7747");
        var reference = creditor.rows("select payment_reference from invoice").getFirst();
        sameReference.put("paymentReference", reference);
        creditor.post("/v1/invoices", sameReference)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:payment-reference-taken"));
    }

    @Test
    void an_idempotency_key_replays_the_answer() {
        var invoice = invoice(creditor.aCustomer(), null, "2026-03-01", "2026-03-31");
        invoice.remove("number");
        var key = Ids.next().toString();
        var first = creditor.as("integrator")
                .header("Idempotency-Key", key)
                .body(invoice)
                .post("/v1/invoices");
        var again = creditor.as("integrator")
                .header("Idempotency-Key", key)
                .body(invoice)
                .post("/v1/invoices");
        assertEquals(201, again.statusCode());
        assertEquals(first.jsonPath().getString("id"), again.jsonPath().getString("id"));
        assertEquals(List.of("1"), creditor.rows("select count(*) from invoice"));
    }

    @Test
    void lists_go_by_due_date_page_by_page_and_can_be_filtered() {
        var customer = creditor.aCustomer();
        var other = creditor.post(
                        "/v1/customers",
                        new HashMap<>(Map.of("kind", "CONSUMER", "country", "SE", "legalName", "Vera")))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        for (int i = 1; i <= 5; i++) {
            creditor.issued(invoice(i == 5 ? other : customer, "" + i, "2026-03-01", "2026-03-" + (10 + i % 3)));
        }

        var first = creditor.read("/v1/invoices?limit=2");
        assertEquals(List.of("3", "1"), first.getList("items.number"));
        var second = creditor.read("/v1/invoices?limit=2&after=" + first.getString("next"));
        var third = creditor.read("/v1/invoices?limit=2&after=" + second.getString("next"));
        assertEquals(List.of("4", "2"), second.getList("items.number"));
        assertEquals(List.of("5"), third.getList("items.number"));
        assertEquals(null, third.getString("next"));

        assertEquals(
                List.of("5"), creditor.read("/v1/invoices?customerId=" + other).getList("items.number"));
        assertEquals(
                List.of("3"), creditor.read("/v1/invoices?dueBefore=2026-03-11").getList("items.number"));
        creditor.clockMovesTo("2026-03-12");
        assertEquals(
                List.of("3", "1", "4"),
                creditor.read("/v1/invoices?state=OVERDUE").getList("items.number"));
        creditor.get("/v1/invoices?limit=201").then().statusCode(400);
        creditor.get("/v1/invoices?after=nonsense").then().statusCode(400);
        creditor.get("/v1/invoices?state=LOST").then().statusCode(400);
        creditor.get("/v1/invoices?dueBefore=soon").then().statusCode(400);
    }

    @Test
    void a_statement_says_what_to_pay_on_a_day_and_why() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        creditor.get("/v1/invoices/" + id + "/statement?on=2026-03-31")
                .then()
                .statusCode(200)
                .body("total.minor", equalTo(10_000_00))
                .body("calculation", nullValue());
        // 30 days at 10 %: 82.19
        creditor.get("/v1/invoices/" + id + "/statement?on=2026-04-30")
                .then()
                .statusCode(200)
                .body("principal.minor", equalTo(10_000_00))
                .body("interest.minor", equalTo(82_19))
                .body("costs.minor", equalTo(0))
                .body("total.minor", equalTo(10_082_19))
                .body("interestPostedThrough", equalTo("2026-03-31"))
                .body("calculation.stretches", hasSize(1))
                .body("calculation.stretches[0].rate", equalTo("0.10"))
                .body("calculation.tree.ruleId", notNullValue());
    }

    @Test
    void anothers_invoice_does_not_exist() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var stranger = Creditor.on("2026-03-01");
        for (var path : List.of("", "/ledger", "/statement")) {
            stranger.get("/v1/invoices/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:reskontra:problem:invoice-not-found"));
        }
        assertTrue(stranger.read("/v1/invoices").getList("items").isEmpty());
        creditor.get("/v1/invoices/" + Ids.next()).then().statusCode(404);
    }

    @Test
    void an_auditor_reads_and_does_not_issue() {
        creditor.as("auditor")
                .body(invoice(Ids.next().toString(), "1", "2026-03-01", "2026-03-31"))
                .post("/v1/invoices")
                .then()
                .statusCode(403);
        creditor.as("operator").get("/v1/invoices").then().statusCode(403);
    }
}
