package org.reskontra.invoice.suggestions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
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
class SuggestionsTest {

    private Creditor creditor;
    private String takstolar;

    @BeforeEach
    void a_creditor_and_a_customer() {
        creditor = Creditor.on("2026-03-05");
        takstolar = creditor.aCustomer();
    }

    @Test
    void a_held_payment_comes_with_what_it_may_be_for_and_why() {
        var invoice = issued(takstolar, "20261179", 4_000_00);
        issued(another("Volt AB"), "5512", 9_000_00);
        booked(file().payment("20261197", 4_000_00, "4").saying("Tack!").from("TAKSTOLAR I NORR", "5560360793"));
        var held = held().getFirst();

        var suggestions = creditor.read("/v1/unmatched-payments/" + held + "/suggestions");

        assertEquals(List.of(invoice), suggestions.getList("suggestions[0].shares.invoiceId"));
        assertEquals(
                List.of("AMOUNT_OWED", "NUMBER_MISTYPED", "PAYER_IDENTITY", "PAYER_NAME", "PAID_AROUND_DUE"),
                suggestions.getList("suggestions[0].reasons.clue"));
        assertEquals(775, suggestions.getInt("suggestions[0].score"));
        assertEquals("20261179", suggestions.getString("suggestions[0].invoices[0].number"));
        assertEquals(1, suggestions.getList("suggestions").size());

        matches(held, Map.of("shares", suggestions.getList("suggestions[0].shares")))
                .then()
                .statusCode(200)
                .body("state", equalTo("BOOKED"))
                .body("invoiceId", equalTo(invoice))
                .body("parts", nullValue());
        creditor.get("/v1/unmatched-payments/" + held + "/suggestions")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:payment-not-held"));
        creditor.get("/v1/unmatched-payments/" + Ids.next() + "/suggestions")
                .then()
                .statusCode(404);
    }

    @Test
    void a_payment_that_came_without_a_file_has_suggestions_too() {
        var invoice = issued(takstolar, "20261179", 4_000_00);
        String held = creditor.post(
                        "/v1/payments",
                        Map.of(
                                "reference",
                                "20261179",
                                "amount",
                                sek(1_000_00),
                                "bookingDate",
                                "2026-03-05",
                                "payer",
                                "Norr Takstolar I"))
                .then()
                .statusCode(201)
                .body("state", equalTo("UNMATCHED"))
                .extract()
                .path("id");
        var suggestions = creditor.read("/v1/unmatched-payments/" + held + "/suggestions");
        assertEquals(List.of(invoice), suggestions.getList("suggestions[0].shares.invoiceId"));
        assertEquals(List.of("NUMBER_IN_TEXT", "PAYER_NAME", "PAID_AROUND_DUE"), clues(suggestions));
    }

    @Test
    void an_account_is_learned_from_references_and_clerks_and_known_again() {
        var first = issued(takstolar, "1", 100_00);
        issued(takstolar, "2", 200_00);
        var volt = another("Volt AB");
        var voltInvoice = issued(volt, "3", 300_00);
        booked(file().account("9701233")
                .payment(referenceOf(first), 100_00)
                .account("9702222")
                .payment("", 17_00, "1"));
        assertEquals(List.of(), clues(suggestions(held().getFirst())));
        matches(held().getFirst(), Map.of("invoiceId", voltInvoice)).then().statusCode(200);

        booked(file("2").account("9701233").payment("", 1_00, "1"));
        assertEquals(List.of("PAYER_ACCOUNT", "PAID_AROUND_DUE"), clues(suggestions(held().getFirst())));
        booked(file("3").account("9702222").payment("", 2_00, "1"));
        assertEquals(volt, suggestions(held().getLast()).getString("suggestions[0].customerId"));

        for (int i = 0; i < 2; i++) {
            matches(held().getFirst(), Map.of("invoiceId", voltInvoice)).then().statusCode(200);
            booked(file("4" + i).account("9701233").payment("", 3_00 + i, "1"));
        }
        assertEquals(
                List.of("SHARED_ACCOUNT"),
                suggestions(held().getLast()).getList("suggestions.reasons.clue.flatten()").stream()
                        .filter(clue -> clue.toString().endsWith("ACCOUNT"))
                        .distinct()
                        .toList());
        assertFalse(creditor.rows("select matches from payer_account where matches > 1")
                .isEmpty());
    }

    @Test
    void nothing_is_booked_by_score_until_the_tenant_allows_it() {
        var invoice = issued(takstolar, "20261179", 4_000_00);
        var sure = "REFERENCE_MISTYPED";
        var mistyped = referenceOf(invoice).replace("2026", "2029");
        booked(file().payment(mistyped, 4_000_00, "5").from("Takstolar i Norr AB", "5560360793"));
        assertEquals(sure, clues(suggestions(held().getFirst())).getFirst());
        creditor.get("/v1/matching-settings")
                .then()
                .body("referenceCheck", equalTo("SOFT"))
                .body("bookFrom", nullValue())
                .body("distance", equalTo(150));

        settings("integrator", 700, 150).then().statusCode(403);
        settings("clerk", 499, 150).then().statusCode(400);
        settings("clerk", 700, 49).then().statusCode(400);
        settings("clerk", 700, 150).then().statusCode(200).body("bookFrom", equalTo(700));
        var file = booked(file("2").payment(mistyped, 4_000_00, "5").from("Takstolar i Norr AB", "5560360793"));

        creditor.get("/v1/bank-files/" + file + "/entries")
                .then()
                .body("items.outcome", contains("MATCHED"))
                .body("items.why", contains("by-score"))
                .body("items[0].invoiceId", equalTo(invoice))
                .body("items[0].score", equalTo(825))
                .body("items[0].clues", hasItem(sure));
        assertEquals(List.of("0"), creditor.rows("select count(*) from payer_account"), "no guess is learned from");
        owes(invoice, 0);
    }

    @Test
    void two_that_are_close_and_one_that_is_paid_in_the_same_file_wait_for_a_person() {
        settings("clerk", 500, 150).then().statusCode(200);
        issued(takstolar, "1", 500_00);
        issued(takstolar, "2", 500_00);
        var volt = issued(another("Volt AB"), "3", 700_00);
        var file = booked(file().payment("", 500_00, "1")
                .from("Takstolar i Norr AB", "5560360793")
                .payment("", 700_00, "1")
                .from("Volt AB", "0")
                .payment(referenceOf(volt), 700_00));

        creditor.get("/v1/bank-files/" + file + "/entries")
                .then()
                .body("items.why", contains("no-reference", "no-reference", "by-reference"));
    }

    @Test
    void one_payment_is_booked_on_all_the_invoices_that_it_pays() {
        settings("clerk", 500, 150).then().statusCode(200);
        var one = issued(takstolar, "1", 500_00);
        var two = issued(takstolar, "2", 250_00);
        var three = issued(takstolar, "3", 100_00);
        var file = booked(file().payment("", 850_00, "1").from("Takstolar i Norr AB", "5560360793"));

        creditor.get("/v1/bank-files/" + file + "/entries")
                .then()
                .body("items.why", contains("by-score", "by-score", "by-score"))
                .body("items[0].clues", hasItem("AMOUNT_OF_ALL"));
        for (var id : List.of(one, two, three)) {
            owes(id, 0);
        }
        creditor.get("/v1/bank-files/" + file).then().body("money[0].matched.minor", equalTo(850_00));
    }

    @Test
    void a_hard_check_puts_wrong_references_on_the_work_list_with_the_reason() {
        var invoice = issued(takstolar, "20261179", 4_000_00);
        creditor.as("clerk")
                .body(Map.of("referenceCheck", "OCR", "referenceLengths", List.of(9), "distance", 150))
                .put("/v1/matching-settings")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/referenceLengths"));
        creditor.as("clerk")
                .body(Map.of("referenceCheck", "OCR_WITH_LENGTH", "bookFrom", 500, "distance", 150))
                .put("/v1/matching-settings")
                .then()
                .statusCode(200);

        var file = booked(file().payment(referenceOf(invoice), 1_000_00)
                .payment("20261179", 3_000_00)
                .payment("20261178", 3_000_00));

        creditor.get("/v1/bank-files/" + file + "/entries")
                .then()
                .body("items.why", contains("by-reference", "reference-check-digit-wrong", "reference-length-wrong"));
        creditor.get("/v1/unmatched-payments").then().body("items.reference", everyItem(nullValue()));
        assertTrue(clues(suggestions(held().getFirst())).contains("NUMBER_IN_TEXT"));
    }

    @Test
    void what_is_open_is_found_from_indexes_and_the_settled_book_is_never_read() throws SQLException {
        var invoice = issued(takstolar, "20261179", 4_000_00);
        creditor.rows("""
                with many as (
                    insert into invoice
                    select settled.*
                    from invoice i
                    cross join generate_series(1, 20000) n
                    cross join lateral jsonb_populate_record(i, jsonb_build_object(
                        'id', gen_random_uuid(), 'number', 'S' || n, 'payment_reference', 'S' || n, 'state', 'SETTLED',
                        'principal_minor', 0, 'settled_on', '2026-03-05', 'settled_from', 'OPEN')) settled
                    where i.number = '20261179'
                    returning 1)
                select count(*) from many""");
        creditor.rows("""
                with many as (
                    insert into customer
                    select other.*
                    from customer c
                    cross join generate_series(1, 20000) n
                    cross join lateral jsonb_populate_record(c, jsonb_build_object(
                        'id', gen_random_uuid(), 'number', 'C' || n, 'identity_number', null,
                        'legal_name', 'Other ' || n, 'name_key', 'OTHER ' || n)) other
                    where c.id = '%s'
                    returning 1)
                select count(*) from many""".formatted(takstolar));
        countRows("invoice");
        countRows("customer");
        booked(file().payment("20261197", 4_000_00, "4").from("TAKSTOLAR I NORR", "5560360793"));

        var rows = "[{\"n\": 0, \"amount_minor\": 400000, \"currency\": \"SEK\", \"account\": \"9701233\","
                + " \"identity_numbers\": [\"5560360793\"], \"name_key\": \"I NORR TAKSTOLAR\","
                + " \"texts\": [\"20261197\", \"20261179\"]}]";
        var plan = String.join(
                "\n",
                creditor.rows("explain (analyze, costs off) "
                        + OpenInvoices.FIND
                                .replace(":tenant", "'" + creditor.tenant + "'")
                                .replace(":rows", "'" + rows + "'")));

        assertFalse(plan.contains("Seq Scan on invoice"), plan);
        assertTrue(plan.contains("invoice_open_by_owed"), plan);
        assertTrue(plan.contains("invoice_open_of_customer"), plan);
        assertFalse(plan.matches("(?s).*Rows Removed by Filter: \\d{3,}.*"), plan);
        assertEquals(
                List.of(invoice), suggestions(held().getFirst()).getList("suggestions.shares.invoiceId.flatten()"));
    }

    @Test
    void another_tenants_invoices_are_never_suggested() {
        issued(takstolar, "20261179", 4_000_00);
        var another = Creditor.on("2026-03-05");
        String held = another.post(
                        "/v1/payments",
                        Map.of("reference", "20261179", "amount", sek(4_000_00), "bookingDate", "2026-03-05"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        another.get("/v1/unmatched-payments/" + held + "/suggestions")
                .then()
                .statusCode(200)
                .body("suggestions", empty());
        creditor.get("/v1/unmatched-payments/" + held + "/suggestions").then().statusCode(404);
    }

    /** What the planner would know of a table after a while. */
    private static void countRows(String table) throws SQLException {
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("analyze " + table);
        }
    }

    private JsonPath suggestions(String payment) {
        return creditor.read("/v1/unmatched-payments/" + payment + "/suggestions");
    }

    private static List<String> clues(JsonPath suggestions) {
        List<String> clues = suggestions.getList("suggestions[0].reasons.clue");
        return clues == null ? List.of() : clues;
    }

    private List<String> held() {
        return creditor.read("/v1/unmatched-payments?limit=200").getList("items.id");
    }

    private Response matches(String payment, Map<String, ?> body) {
        return creditor.as("clerk").body(body).post("/v1/unmatched-payments/" + payment + "/match");
    }

    private Response settings(String role, int bookFrom, int distance) {
        return creditor.as(role)
                .body(Map.of("referenceCheck", "SOFT", "bookFrom", bookFrom, "distance", distance))
                .put("/v1/matching-settings");
    }

    private String another(String name) {
        var customer = Creditor.customer();
        customer.put("legalName", name);
        customer.remove("identityNumber");
        return creditor.post("/v1/customers", customer)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String issued(String customer, String number, long minor) {
        var invoice = invoice(customer, number, "2026-03-01", "2026-03-31");
        invoice.put(
                "lines",
                List.of(Map.of("description", "Timber", "quantity", "1", "unitPrice", sek(minor), "vatRate", "0")));
        return creditor.issued(invoice);
    }

    private String referenceOf(String invoice) {
        return creditor.read("/v1/invoices/" + invoice).getString("paymentReference");
    }

    private void owes(String invoice, long minor) {
        creditor.get("/v1/invoices/" + invoice).then().body("outstanding.total.minor", equalTo((int) minor));
    }

    private static BgMaxText file() {
        return file("1");
    }

    private static BgMaxText file(String day) {
        return BgMaxText.to("9912346", ("20260305173035" + "000000").substring(0, 20 - day.length()) + day)
                .deposit("SEK");
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
