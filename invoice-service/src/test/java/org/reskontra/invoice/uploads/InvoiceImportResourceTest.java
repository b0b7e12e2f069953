package org.reskontra.invoice.uploads;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.Creditor.invoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvoiceImportResourceTest {
    private static final String MAPPING = """
            dates: M/d/yyyy
            columns:
              number: Invoice
              customerNumber: Customer
              issueDate: Issued
              dueDate: Due
              amount: Amount
              paidOn: Paid
            defaults:
              currency: SEK
              reminderFeeAgreed: true
              email: "{customerNumber}@debtors.example"
            """;

    private static final String HEADER = "Invoice,Customer,Issued,Due,Amount\n";

    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2013-01-01");
    }

    @Test
    void the_sound_rows_of_a_table_are_in_and_the_others_are_listed() {
        var job = imported(
                "CSV",
                HEADER
                        + "611365,0379-NEVHP,1/2/2013,2/1/2013,55.94\n"
                        + "7900770,8976-AMJEO,1/26/2013,2/25/2013,61.74\n"
                        + "9231909,2820-XGXSB,2/30/2013,8/2/2013,65.88\n"
                        + "9888306,9322-YCTQO,1/2/2013,12/31/2012,105.92\n"
                        + "15752855,6627-ELFBK,3/25/2013,4/24/2013,72.27\n"
                        + "611365,0379-NEVHP,1/2/2013,2/1/2013,55.94\n"
                        + "21104171,8690-EEBEO,1/2/2013,2/1/2013\n"
                        + "23864272,3993-QUNVJ,1/2/2013,2/1/2013,0.00\n"
                        + "30074567,0379-NEVHP,1/2/2013,2/1/2013,10.00,extra\n"
                        + "30074568,0379-NEVHP,1/2/2013,2/1/2013,10.00\n",
                MAPPING);

        assertEquals("DONE", job.getString("state"));
        assertEquals(10, job.getInt("total"));
        assertEquals(10, job.getInt("done"));
        assertEquals(7, job.getInt("rejected"));
        assertEquals(List.of(4, 5, 6, 7, 8, 9, 10), job.getList("report.line"));
        assertEquals(
                List.of(
                        "unreadable-value",
                        "due-before-issue",
                        "issued-too-far-ahead",
                        "taken",
                        "missing-value",
                        "nothing-to-pay",
                        "broken-line"),
                job.getList("report.code"));
        assertEquals(
                "issueDate '2/30/2013' is not a date written as M/d/yyyy",
                job.<String>getList("report.reason").getFirst());
        var page = creditor.read("/v1/invoices");
        assertEquals(List.of("611365", "30074568", "7900770"), page.getList("items.number"));
        assertEquals(2, page.getList("items.customerId").stream().distinct().count());
        var id = page.<String>getList("items.id").getFirst();
        creditor.get("/v1/invoices/" + id)
                .then()
                .body("totals.gross.minor", equalTo(55_94))
                .body("reminderFeeAgreed", equalTo(true))
                .body("lines[0].description", equalTo("Invoice 611365"));
        var customer = page.<String>getList("items.customerId").getFirst();
        creditor.get("/v1/customers/" + customer)
                .then()
                .body("number", equalTo("0379-NEVHP"))
                .body("emails", equalTo(List.of("0379-NEVHP@debtors.example")));
        assertEquals(1, Events.await(Topics.CONTACT_CARDS, customer, 1).size());
        assertEquals(1, Events.await(Topics.INVOICE_EVENTS, id, 1).size());
        assertEquals(List.of("0"), creditor.rows("select count(*) from file_import_chunk"));
        assertEquals(
                List.of(0),
                creditor.read("/v1/ledger/trial-balance?on=2013-12-31").getList("sums.difference.minor"));
    }

    @Test
    void a_table_of_many_chunks_is_taken_in_whole() {
        var rows = IntStream.rangeClosed(1, 1234)
                .mapToObj(i -> "%d,C-%d,1/2/2013,2/%d/2013,%d.50".formatted(700_000 + i, i % 57, 1 + i % 28, i))
                .collect(Collectors.joining("\n", HEADER, "\n"));
        var job = imported("CSV", rows, MAPPING);
        assertEquals(1234, job.getInt("done"));
        assertEquals(0, job.getInt("rejected"));
        assertEquals(List.of("1234"), creditor.rows("select count(*) from invoice"));
        assertEquals(List.of("57"), creditor.rows("select count(*) from customer"));
        assertEquals(
                List.of("1234"), creditor.rows("select count(*) from ledger_posting where kind = 'INVOICE_ISSUED'"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
    }

    @Test
    void a_customer_of_the_register_is_taken_as_it_stands() {
        var customer = Creditor.customer();
        customer.put("number", "0379-NEVHP");
        var id = creditor.post("/v1/customers", customer).then().extract().<String>path("id");
        imported("CSV", HEADER + "611365,0379-NEVHP,1/2/2013,2/1/2013,55.94\n", MAPPING);
        assertEquals(List.of(id), creditor.read("/v1/invoices").getList("items.customerId"));
        creditor.get("/v1/customers/" + id).then().body("emails", equalTo(List.of("faktura@takstolar.example")));
    }

    @Test
    void the_same_file_again_brings_nothing_twice() {
        var rows = HEADER + "611365,0379-NEVHP,1/2/2013,2/1/2013,55.94\n";
        imported("CSV", rows, MAPPING);
        var again = imported("CSV", rows, MAPPING);
        assertEquals(List.of("taken"), again.getList("report.code"));
        assertEquals(List.of("1"), creditor.rows("select count(*) from invoice"));
    }

    @Test
    void a_peppol_invoice_is_issued_as_it_stands() throws IOException {
        creditor = Creditor.on("2026-03-02");
        String xml;
        try (var in = InvoiceImportResourceTest.class.getResourceAsStream("/peppol/timber.xml")) {
            xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var job = imported("UBL", xml, null);
        assertEquals(0, job.getInt("rejected"), job.prettify());
        var id = creditor.read("/v1/invoices").<String>getList("items.id").getFirst();
        creditor.get("/v1/invoices/" + id)
                .then()
                .body("number", equalTo("2026-117"))
                .body("paymentReference", equalTo("20261179"))
                .body("totals.gross.minor", equalTo(5_193_00))
                .body("totals.rounding.minor", equalTo(-1))
                .body("totals.vatByRate.vat.minor", equalTo(List.of(3_06, 1_027_79)));
        creditor.get("/v1/invoices/" + id + "/ledger")
                .then()
                .body("items[0].entries.account", equalTo(List.of(1510, 3003, 2631, 3001, 2611, 3740)));

        var broken = imported("UBL", xml.replace("5193.00", "5194.00"), null);
        assertEquals(List.of("amounts-disagree"), broken.getList("report.code"));
    }

    @Test
    void lines_of_json_are_invoices_as_the_api_takes_them() throws JsonProcessingException {
        var customer = creditor.aCustomer();
        var json = new ObjectMapper();
        var lines = json.writeValueAsString(invoice(customer, "1", "2013-01-02", "2013-02-01")) + "\n\n"
                + "{\"number\": \n"
                + json.writeValueAsString(invoice(Ids.next().toString(), "2", "2013-01-02", "2013-02-01")) + "\n"
                + json.writeValueAsString(invoice(customer, "3", "2013-01-02", "2013-02-01"));
        var job = imported("NDJSON", lines, null);
        assertEquals(4, job.getInt("total"));
        assertEquals(List.of(3, 4), job.getList("report.line"));
        assertEquals(List.of("unreadable-value", "customer-unknown"), job.getList("report.code"));
        assertEquals(List.of("1", "3"), creditor.read("/v1/invoices").getList("items.number"));
    }

    @Test
    void what_is_wrong_with_the_whole_file_is_said_at_once() {
        send("CSV", "Invoice,Customer\n1,2\n", MAPPING)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", equalTo(List.of("columns-missing")));
        send("CSV", HEADER, MAPPING).then().statusCode(400).body("errors.code", equalTo(List.of("empty")));
        send("CSV", "", MAPPING).then().statusCode(400);
        send("CSV", HEADER, "colour: red").then().statusCode(400).body("errors.pointer", hasItem("/mapping/colour"));
        send("CSV", HEADER, "[1").then().statusCode(400).body("errors.code", equalTo(List.of("not-yaml")));
        send("CSV", HEADER, null).then().statusCode(400).body("errors.code", equalTo(List.of("mapping")));
        send("UBL", "<x/>", MAPPING).then().statusCode(400);
        send("PDF", "x", null).then().statusCode(400);
        creditor.get("/v1/invoice-imports/" + Ids.next()).then().statusCode(404);
    }

    @Test
    void a_file_has_a_bound() {
        var rows = IntStream.rangeClosed(1, 20_001)
                .mapToObj(i -> i + ",C,1/2/2013,2/1/2013,1.00")
                .collect(Collectors.joining("\n", HEADER, "\n"));
        send("CSV", rows, MAPPING).then().statusCode(400).body("errors.code", equalTo(List.of("too-many-lines")));
    }

    @Test
    void an_idempotency_key_imports_once() {
        var rows = HEADER + "611365,0379-NEVHP,1/2/2013,2/1/2013,55.94\n";
        var first = request("CSV", rows, MAPPING)
                .header("Idempotency-Key", "file-1")
                .post("/v1/invoice-imports");
        var again = request("CSV", rows, MAPPING)
                .header("Idempotency-Key", "file-1")
                .post("/v1/invoice-imports");
        assertEquals(202, again.statusCode());
        assertEquals(first.jsonPath().getString("id"), again.jsonPath().getString("id"));
        creditor.settles();
        assertEquals(List.of("1"), creditor.rows("select count(*) from file_import"));
    }

    private JsonPath imported(String format, String file, @Nullable String mapping) {
        var location = send(format, file, mapping)
                .then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/v1/invoice-imports/.*"))
                .extract()
                .<String>path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("QUEUED", "RUNNING")
                        .contains(
                                creditor.read("/v1/invoice-imports/" + location).getString("state")));
        return creditor.read("/v1/invoice-imports/" + location);
    }

    private Response send(String format, String file, @Nullable String mapping) {
        return request(format, file, mapping).post("/v1/invoice-imports");
    }

    private RequestSpecification request(String format, String file, @Nullable String mapping) {
        var request = given().auth()
                .oauth2(LocalStackResource.token("integrator", creditor.tenant))
                .multiPart("format", format)
                .multiPart("file", "book", file.getBytes(StandardCharsets.UTF_8), "application/octet-stream");
        return mapping == null
                ? request
                : request.multiPart(
                        "mapping", "mapping.yaml", mapping.getBytes(StandardCharsets.UTF_8), "application/yaml");
    }
}
