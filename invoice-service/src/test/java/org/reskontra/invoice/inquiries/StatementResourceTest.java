package org.reskontra.invoice.inquiries;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.invoice.Creditor;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatementResourceTest {

    private Creditor creditor;
    private String id;

    @BeforeEach
    void an_invoice_that_is_paid_in_part() {
        creditor = Creditor.on("2025-03-02", settings -> settings.put("replyTo", "ekonomi@sagen.example"));
        id = creditor.anInvoice("2025001", "2025-01-01", "2025-01-31");
        creditor.pays(id, 4_000_00, "2025-03-02").then().statusCode(201);
        creditor.clockMovesTo("2025-04-01");
    }

    @Test
    void the_total_is_a_tree_over_the_ledger_and_the_interest_that_runs() {
        var seen = statement("", "application/json")
                .then()
                .statusCode(200)
                .body("on", equalTo("2025-04-01"))
                .body("principal.minor", equalTo(6_090_41))
                .body("interestPosted.minor", equalTo(0))
                .body("interestAccrued.minor", equalTo(55_06))
                .body("total.minor", equalTo(6_145_47))
                .body("tree.amount", equalTo("614547"))
                .body("tree.parts.amount", equalTo(List.of("1000000", "9041", "-400000", "5506")))
                .body("tree.parts.ruleId", equalTo(List.of("INVOICE_ISSUED", "SE-INT-16", "SE-PAY-1", "SE-INT-16")))
                .body("tree.parts[2].parts.inputs.part", equalTo(List.of("INTEREST", "PRINCIPAL")))
                .body("tree.parts[1].parts[0].parts[0].step", equalTo("DIVIDE_AND_ROUND"))
                .body("explanation", hasItem(startsWith("2025-03-02  Betalning, tack: ")))
                .extract()
                .jsonPath();
        var postings = creditor.read("/v1/invoices/" + id + "/ledger").getList("items.id");
        assertTrue(
                postings.containsAll(seen.getList("tree.parts[0..2].parts.flatten().inputs.posting")),
                "leaves are postings");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                 '',                   sv, Saldobesked per 2025-04-01
            language=fi,        en,                   fi, Saldoilmoitus 1.4.2025
            '',                 fi,                   fi, Saldoilmoitus 1.4.2025
            '',                 'de, en-GB;q=0.8',    en, Statement of account on 1 April 2025
            '',                 'de',                 sv, Saldobesked per 2025-04-01""")
    void who_reads_another_language_gets_it(String parameter, String header, String language, String title) {
        var asked = creditor.as("auditor").accept("text/plain");
        if (!header.isEmpty()) {
            asked.header("Accept-Language", header);
        }
        asked.get(path(parameter))
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .header("Content-Language", equalTo(language))
                .header("Vary", containsString("Accept-Language"))
                .body(containsString(title));
    }

    @Test
    void who_reads_a_language_we_do_not_write_gets_english() {
        var customer = Creditor.customer();
        customer.put("language", "de");
        customer.remove("identityNumber");
        var reader = creditor.post("/v1/customers", customer)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        id = creditor.issued(invoice(reader, "7", "2025-01-01", "2025-01-31"));
        statement("", "text/plain").then().header("Content-Language", equalTo("en"));
    }

    @Test
    void a_pdf_says_what_the_text_says() throws IOException {
        var text = statement("", "text/plain").asString();
        var answer = statement("", "application/pdf");
        answer.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("inline; filename=\"statement-" + id + "-2025-04-01.pdf\""));
        try (var pdf = Loader.loadPDF(answer.asByteArray())) {
            assertEquals(
                    "Saldobesked per 2025-04-01", pdf.getDocumentInformation().getTitle());
            assertEquals("sv", pdf.getDocumentCatalog().getLanguage());
            var printed = words(new PDFTextStripper().getText(pdf));
            for (var line : text.lines().filter(line -> !line.startsWith("---")).toList()) {
                for (var piece : line.strip().split(" {2,}")) {
                    assertTrue(printed.contains(words(piece)), () -> "'" + piece + "' is not in: " + printed);
                }
            }
            assertTrue(printed.contains("1 / 1"), printed);
        }
    }

    @Test
    void a_long_history_goes_over_several_pages_and_strange_signs_do_no_harm() throws IOException {
        var customer = Creditor.customer();
        customer.put("legalName", "漢字 Łódź & Sønner ✓ AB");
        customer.remove("identityNumber");
        var reader = creditor.post("/v1/customers", customer)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        id = creditor.issued(invoice(reader, "8", "2025-01-01", "2025-01-31"));
        for (int i = 0; i < 20; i++) {
            creditor.pays(id, 1_00 + i, "2025-04-01").then().statusCode(201);
        }
        try (var pdf =
                Loader.loadPDF(statement("language=en", "application/pdf").asByteArray())) {
            assertTrue(pdf.getNumberOfPages() > 1, pdf.getNumberOfPages() + " pages");
            var printed = words(new PDFTextStripper().getText(pdf));
            assertTrue(printed.contains("?? Łódź & Sønner ? AB"), printed);
            assertTrue(printed.contains("1 / " + pdf.getNumberOfPages()), printed);
        }
    }

    @Test
    void as_known_then_a_late_payment_is_not_in_it() {
        var before = Instant.now();
        var then = statement("on=2025-04-01", "text/plain").asString();
        creditor.pays(id, 1_000_00, "2025-03-10").then().statusCode(201);
        var now = statement("on=2025-04-01", "application/json").jsonPath();
        assertTrue(now.getInt("total.minor") < 6_145_47 - 999_00, now.prettify());

        statement("on=2025-04-01&knownAt=" + before, "application/json")
                .then()
                .statusCode(200)
                .body("knownAt", equalTo(before.toString()))
                .body("total.minor", equalTo(6_145_47))
                .body("tree.parts", hasSize(4));
        var known = statement("on=2025-04-01&knownAt=" + before, "text/plain").asString();
        assertEquals(
                then,
                known.lines()
                        .filter(line -> !line.startsWith("Som det var känt "))
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void before_it_was_known_there_is_nothing_to_state() {
        var early = Instant.now();
        id = creditor.anInvoice("9", "2025-01-01", "2025-01-31");
        statement("knownAt=" + early, "application/json")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:reskontra:problem:invoice-not-known-then"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"language=de", "on=tomorrow", "on=3000-01-01", "knownAt=2025-01-01"})
    void what_cannot_be_asked_is_refused(String query) {
        statement(query, "application/json").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void other_formats_are_not_acceptable() {
        statement("", "image/png").then().statusCode(406);
        creditor.as("auditor")
                .header("Accept", "image/png, application/pdf;q=0.5, application/json;q=0.9")
                .get("/v1/invoices/" + id + "/statement")
                .then()
                .contentType("application/json");
        creditor.as("auditor")
                .header("Accept-Language", "***")
                .get("/v1/invoices/" + id + "/statement")
                .then()
                .statusCode(400);
    }

    @Test
    void only_who_may_read_invoices_reads_it() {
        creditor.as("operator").get("/v1/invoices/" + id + "/statement").then().statusCode(403);
        Creditor.on("2025-04-01")
                .get("/v1/invoices/" + id + "/statement")
                .then()
                .statusCode(404);
    }

    private Response statement(String query, String accept) {
        return creditor.as("auditor").accept(accept).get(path(query));
    }

    private String path(String query) {
        return "/v1/invoices/" + id + "/statement" + (query.isEmpty() ? "" : "?" + query);
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }
}
