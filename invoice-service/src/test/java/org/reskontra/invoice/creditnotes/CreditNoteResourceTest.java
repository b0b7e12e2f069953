package org.reskontra.invoice.creditnotes;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Dunning;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditNoteResourceTest {

    private static final Map<String, Object> ALL = Map.of("reason", "WRONG_INVOICE");

    private static final String EXPORT = "/v1/ledger/export?format=csv&";

    private Creditor creditor;
    private String customer;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2025-01-01");
        customer = creditor.aCustomer();
    }

    @Test
    void a_part_is_credited_by_lines_and_names_the_invoice_it_changes() {
        var invoice = withVat("2025117");
        creditor.clockMovesTo("2025-01-20");
        var id = credited(
                invoice,
                Map.of(
                        "reason",
                        "RETURNED",
                        "note",
                        "Two of ten.",
                        "lines",
                        List.of(Map.of(
                                "description",
                                "Trusses",
                                "quantity",
                                "2",
                                "unitPrice",
                                sek(800_00),
                                "vatRate",
                                "0.25"))));

        creditor.get("/v1/credit-notes/" + id)
                .then()
                .statusCode(200)
                .body("number", equalTo("RK100001"))
                .body("issueDate", equalTo("2025-01-20"))
                .body("invoice.id", equalTo(invoice))
                .body("invoice.number", equalTo("2025117"))
                .body("invoice.issueDate", equalTo("2025-01-01"))
                .body("reason", equalTo("RETURNED"))
                .body("note", equalTo("Two of ten."))
                .body("lines.amount.minor", equalTo(List.of(1_600_00)))
                .body("totals.net.minor", equalTo(1_600_00))
                .body("totals.vat.minor", equalTo(400_00))
                .body("totals.gross.minor", equalTo(2_000_00))
                .body("totals.vatByRate.rate", equalTo(List.of("0.25")));
        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("OPEN"))
                .body("outstanding.total.minor", equalTo(8_000_00));
        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body("items.kind", equalTo(List.of("INVOICE_ISSUED", "CREDITED")))
                .body("items[1].on", equalTo("2025-01-01"))
                .body("items[1].bookingDate", equalTo("2025-01-20"))
                .body("items[1].entries.account", equalTo(List.of(3001, 2611, 1510)))
                .body("items[1].entries[0].debit.minor", equalTo(1_600_00))
                .body("items[1].entries[1].debit.minor", equalTo(400_00))
                .body("items[1].entries[2].credit.minor", equalTo(2_000_00));
        var told = Events.await(Topics.INVOICE_EVENTS, invoice, 2).getLast().as(InvoiceCredited.class);
        assertEquals(id, told.creditNote().toString());
        assertEquals("RK100001", told.number());
        assertEquals(CreditReason.RETURNED, told.reason());
        assertEquals(Money.of(400_00, "SEK"), told.vat());
        assertEquals(Money.of(2_000_00, "SEK"), told.amount());
        assertEquals(Money.of(8_000_00, "SEK"), told.outstanding().total());
    }

    @Test
    void a_late_credit_takes_interest_and_fee_with_it_and_frees_the_money() {
        var invoice = withVat("2025117");
        creditor.clockMovesTo("2025-04-10");
        new Dunning(creditor).reminds(invoice, 1, Money.of(60_00, "SEK"), "2025-02-05");
        creditor.pays(invoice, 10_150_41, "2025-03-02").then().statusCode(201);
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("SETTLED"));

        credited(invoice, ALL);

        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("SETTLED"))
                .body("settledOn", equalTo("2025-01-01"))
                .body("outstanding.total.minor", equalTo(0));
        assertEquals(
                List.of("invoice-settled", "charge-withdrawn", "charge-withdrawn"),
                names(invoice).subList(5, 8));
        assertEquals(
                List.of("payment-reallocated", "invoice-credited", "invoice-settled"),
                names(invoice).subList(8, 11));
        creditor.get("/v1/overpayments")
                .then()
                .body("items.invoiceId", equalTo(List.of(invoice)))
                .body("items[0].held.minor", equalTo(10_150_41));
        for (var on : List.of("2025-01-15", "2025-02-15", "2025-03-15", "2025-12-31")) {
            assertEquals(
                    0,
                    creditor.read("/v1/invoices/" + invoice + "/statement?on=" + on)
                            .getInt("total.minor"),
                    on);
        }
        assertEquals(
                List.of("1930 1015041", "2420 -1015041"),
                creditor.rows("select account || ' ' || sum(minor) from ledger_entry group by account"
                        + " having sum(minor) <> 0 order by account"));
    }

    @Test
    void an_amount_is_split_over_the_rates_and_the_rest_is_credited_by_saying_nothing() {
        var invoice = withTwoRates();
        credited(invoice, Map.of("reason", "PRICE_REDUCTION", "amount", sek(174_50)));
        credited(invoice, ALL);
        assertEquals(
                List.of("2611 1250", "2621 1200", "3001 5000", "3002 10000"),
                creditor.rows("select account || ' ' || minor from ledger_entry where account between 2600 and 3999"
                        + " and posting_id in (select id from ledger_posting where kind = 'CREDITED' order by id limit 1)"
                        + " order by account"));
        assertEquals(
                List.of("0"), creditor.rows("select sum(minor) from ledger_entry where account between 2600 and 3999"));
        creditor.get("/v1/invoices/" + invoice).then().body("state", equalTo("SETTLED"));
        var notes = creditor.read("/v1/invoices/" + invoice + "/credit-notes");
        assertEquals(List.of("RK100001", "RK100002"), notes.getList("items.number"));
        var first = creditor.read("/v1/invoices/" + invoice + "/credit-notes?limit=1");
        assertEquals(List.of("RK100001"), first.getList("items.number"));
        assertEquals(
                List.of("RK100002"),
                creditor.read("/v1/invoices/" + invoice + "/credit-notes?limit=1&after=" + first.getString("next"))
                        .getList("items.number"));
    }

    @Test
    void the_series_has_no_gaps_whatever_is_refused() {
        var invoice = withVat("1");
        credit(invoice, Map.of("reason", "OTHER", "amount", sek(10_000_01)))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:more-than-invoiced"))
                .body("errors[0].pointer", equalTo("/amount"));
        credited(invoice, Map.of("reason", "OTHER", "amount", sek(1_00)));
        credit(invoice, Map.of("reason", "OTHER", "issueDate", "2024-12-31"))
                .then()
                .statusCode(422);
        credited(withVat("2"), ALL);
        assertEquals(List.of("RK100001", "RK100002"), creditor.rows("select number from credit_note order by number"));
        creditor.post("/v1/invoices", Creditor.invoice(customer, "RK100003", "2025-01-01", "2025-01-31"))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("reserved"));
    }

    @Test
    void what_is_wrong_is_pointed_at() {
        var invoice = withVat("1");
        isRefused(invoice, Map.of("issueDate", "2024-12-31"), "before-invoice", "/issueDate");
        isRefused(invoice, Map.of("issueDate", "2025-01-02"), "in-the-future", "/issueDate");
        isRefused(
                invoice,
                Map.of(
                        "lines",
                        List.of(Map.of(
                                "description", "Trusses", "quantity", "1", "unitPrice", sek(1_00), "vatRate", "0.06"))),
                "rate-not-invoiced",
                "/lines/0/vatRate");
        credit(invoice, Map.of("reason", "OTHER", "amount", sek(1), "lines", List.of()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/lines"))
                .body("errors[0].code", equalTo("one-of"));
        credit(invoice, Map.of("reason", "OTHER", "amount", sek(0)))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-positive"));
        credit(invoice, Map.of("reason", "OTHER", "note", "a\u0007b"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/note"));
        credit(invoice, Map.of()).then().statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        credited(invoice, ALL);
        credit(invoice, ALL).then().statusCode(422).body("type", equalTo("urn:reskontra:problem:nothing-to-credit"));
    }

    @Test
    void a_locked_month_has_no_new_credit_notes_and_its_invoices_are_credited_in_an_open_one() {
        var invoice = withVat("1");
        creditor.clockMovesTo("2025-02-10");
        creditor.as("clerk")
                .body(Map.of("lockedThrough", "2025-01-31"))
                .put("/v1/ledger/locked-through")
                .then()
                .statusCode(200);
        isRefused(invoice, Map.of("issueDate", "2025-01-31"), "month-locked", "/issueDate");
        credited(invoice, ALL);
        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body("items[1].on", equalTo("2025-01-01"))
                .body("items[1].bookingDate", equalTo("2025-02-10"));
    }

    @Test
    void it_is_in_the_books_of_its_own_month_and_the_invoice_is_as_old_as_before() {
        var invoice = withVat("1");
        creditor.clockMovesTo("2025-02-10");
        credited(invoice, Map.of("reason", "OTHER", "amount", sek(2_500_00)));
        assertEquals(
                "",
                creditor.get(EXPORT + "from=2025-01-01&to=2025-01-31")
                        .asString()
                        .lines()
                        .filter(line -> line.contains("CREDITED"))
                        .collect(Collectors.joining()));
        assertEquals(
                3,
                creditor.get(EXPORT + "from=2025-02-01&to=2025-02-28")
                        .asString()
                        .lines()
                        .filter(line -> line.contains("CREDITED") && line.contains("2025-02-10"))
                        .count());
        var aging = creditor.read("/v1/ledger/aging?on=2025-02-10");
        assertEquals(7_500_00, aging.getInt("currencies[0].owed.minor"), aging::prettify);
        assertEquals(
                List.of("0"),
                creditor.read("/v1/ledger/trial-balance?on=2025-02-10").getList("sums.difference.minor").stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void one_that_is_sent_twice_is_issued_once() {
        var invoice = withVat("1");
        var key = Ids.next().toString();
        var part = Map.of("reason", "OTHER", "amount", sek(1_00));
        var first = creditor.as("integrator")
                .header("Idempotency-Key", key)
                .body(part)
                .post("/v1/invoices/" + invoice + "/credit-notes");
        first.then().statusCode(201).header("Location", startsWith("/v1/credit-notes/"));
        creditor.as("integrator")
                .header("Idempotency-Key", key)
                .body(part)
                .post("/v1/invoices/" + invoice + "/credit-notes")
                .then()
                .statusCode(201)
                .body("id", equalTo(first.path("id")));
        assertEquals(List.of("1"), creditor.rows("select count(*) from credit_note"));
    }

    @Test
    void it_is_there_for_its_creditor_only_and_for_those_who_may() {
        var invoice = withVat("1");
        var id = credited(invoice, ALL);
        var other = Creditor.on("2025-01-01");
        other.get("/v1/credit-notes/" + id).then().statusCode(404);
        other.get("/v1/invoices/" + invoice + "/credit-notes").then().statusCode(404);
        other.post("/v1/invoices/" + invoice + "/credit-notes", ALL).then().statusCode(404);
        creditor.as("auditor")
                .body(ALL)
                .post("/v1/invoices/" + invoice + "/credit-notes")
                .then()
                .statusCode(403);
    }

    @Test
    void the_table_takes_no_change_back() throws SQLException {
        credited(withVat("1"), ALL);
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('reskontra.tenant', '" + creditor.tenant + "', false)");
            for (var sql : List.of("update credit_note set number = 'RK1'", "delete from credit_note")) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                assertTrue(refused.getMessage().contains("only added to"), refused.getMessage());
            }
        }
    }

    @Test
    void the_letter_says_it_in_three_languages() {
        var invoice = withVat("1");
        credited(invoice, Map.of("reason", "OTHER", "amount", sek(1_00)));
        Map.of("sv", "Krediterat", "fi", "Hyvitetty", "en", "Credited").forEach((language, word) -> {
            var text = creditor.as("auditor")
                    .accept("text/plain")
                    .get("/v1/invoices/" + invoice + "/statement?on=2025-01-01&language=" + language)
                    .asString();
            assertTrue(text.contains(word), text);
        });
    }

    private void isRefused(String invoice, Map<String, Object> asked, String code, String pointer) {
        var body = new HashMap<>(asked);
        body.put("reason", "OTHER");
        credit(invoice, body)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:" + code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private String credited(String invoice, Map<String, Object> body) {
        return credit(invoice, body).then().statusCode(201).extract().path("id");
    }

    private Response credit(String invoice, Map<String, Object> body) {
        return creditor.post("/v1/invoices/" + invoice + "/credit-notes", body);
    }

    private List<String> names(String invoice) {
        return Events.await(Topics.INVOICE_EVENTS, invoice, 11).stream()
                .map(event -> event.type().replace("org.reskontra.", "").replace(".v1", ""))
                .toList();
    }

    /** 10 000 kr, 2 000 of it VAT. */
    private String withVat(String number) {
        var invoice = Creditor.invoice(customer, number, "2025-01-01", "2025-01-31");
        invoice.put("lines", List.of(item("10", 800_00, "0.25")));
        return creditor.issued(invoice);
    }

    /** 125 kr at 25 % and 224 kr at 12 %. */
    private String withTwoRates() {
        var invoice = Creditor.invoice(customer, "1", "2025-01-01", "2025-01-31");
        invoice.put("lines", List.of(item("1", 100_00, "0.25"), item("2", 100_00, "0.12")));
        return creditor.issued(invoice);
    }

    private static Map<String, Object> item(String quantity, long price, String rate) {
        return Map.of("description", "Trusses", "quantity", quantity, "unitPrice", sek(price), "vatRate", rate);
    }
}
