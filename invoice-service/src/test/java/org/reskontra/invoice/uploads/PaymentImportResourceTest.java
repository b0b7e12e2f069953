package org.reskontra.invoice.uploads;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.Creditor.sek;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.invoice.ManyHands;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentImportResourceTest {
    private static final String BOOKED_ON = "2026-03-05";

    @Inject
    PaymentImportWork work;

    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-03-01");
    }

    @Test
    void payments_are_booked_as_they_are_one_by_one() {
        var paid = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var partly = creditor.anInvoice("2", "2026-03-01", "2026-03-31");
        var twice = creditor.anInvoice("3", "2026-03-01", "2026-03-31");

        var job = imported(List.of(
                to(paid, 10_000_00),
                to(partly, 4_000_00),
                to(twice, 6_000_00),
                to(twice, 6_000_00),
                by("reference nobody has", 70_00)));

        assertEquals("DONE", job.getString("state"));
        assertEquals(5, job.getInt("done"));
        assertEquals(0, job.getInt("rejected"));
        owes(paid, "SETTLED", 0);
        owes(partly, "OPEN", 6_000_00);
        owes(twice, "SETTLED", 0);
        assertEquals(
                List.of("0/1000000", "0/400000", "0/600000", "200000/400000"),
                creditor.rows(
                        "select excess_minor || '/' || principal_minor from payment where state = 'BOOKED'"
                                + " order by excess_minor, array_position(array[1000000, 400000, 600000], principal_minor::int)"));
        assertEquals(List.of("7000"), creditor.rows("select amount_minor from payment where state = 'UNMATCHED'"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        assertEquals(List.of("5"), creditor.rows("select count(distinct payment_id) from ledger_posting"));
        Events.await(Topics.INVOICE_EVENTS, paid, 3);
        Events.await(Topics.INVOICE_EVENTS, partly, 2);
        Events.await(Topics.INVOICE_EVENTS, twice, 5);
    }

    /** Payments that nobody gave an id would be booked as often as they are read. */
    @Test
    void many_who_take_the_same_file_in_book_each_line_once() throws Exception {
        int lines = 200;
        var sent = send(IntStream.range(0, lines)
                .mapToObj(i -> """
                        {"reference": "77%04d", "amount": {"minor": 100, "currency": "SEK"}, "bookingDate": "%s"}""".formatted(i, BOOKED_ON))
                .collect(Collectors.joining("\n")));

        ManyHands.doWork(
                work,
                creditor,
                "file_import_chunk",
                () -> creditor.rows("select state from file_import where id = '" + sent.path("id") + "'")
                        .contains("DONE"));

        assertEquals(0, await(sent).getInt("rejected"));
        assertEquals(
                List.of(lines + " " + lines),
                creditor.rows("select count(*) || ' ' || count(distinct reference) from payment"));
    }

    @Test
    void an_early_payment_finds_its_invoice() {
        imported(List.of(by("4711", 10_000_00)));
        var late = invoice(creditor.aCustomer(), "1", "2026-03-01", "2026-03-31");
        late.put("paymentReference", "4711");
        var id = creditor.issued(late);
        creditor.settles();
        owes(id, "SETTLED", 0);
    }

    @Test
    void every_line_that_cannot_be_booked_is_listed_and_the_others_are_in() throws JsonProcessingException {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var euros = to(id, 1_00);
        euros.put("amount", Map.of("minor", 100, "currency", "EUR"));
        var tooEarly = to(id, 1_00);
        tooEarly.put("bookingDate", "2026-03-07");
        var both = to(id, 1_00);
        both.put("reference", "1");
        var first = to(id, 1_00);
        first.put("id", Ids.next().toString());
        var json = new ObjectMapper();

        var job = await(send(String.join(
                "\n",
                json.writeValueAsString(first),
                "",
                json.writeValueAsString(euros),
                json.writeValueAsString(tooEarly),
                json.writeValueAsString(both),
                json.writeValueAsString(to(Ids.next().toString(), 1_00)),
                json.writeValueAsString(to(id, 0)),
                json.writeValueAsString(first),
                "{\"amount\": ",
                "{\"colour\": \"red\"}",
                json.writeValueAsString(by("4711", -5)))));

        assertEquals(10, job.getInt("total"));
        assertEquals(List.of(3, 4, 5, 6, 7, 8, 9, 10, 11), job.getList("report.line"));
        assertEquals(
                List.of(
                        "currency-differs",
                        "booked-too-far-ahead",
                        "one-of",
                        "invoice-not-found",
                        "not-positive",
                        "id-repeated",
                        "unreadable-value",
                        "unreadable-value",
                        "not-positive"),
                job.getList("report.code"));
        assertEquals("4711", job.getString("report[8].reference"));
        owes(id, "OPEN", 9_999_00);
        assertEquals(List.of("1"), creditor.rows("select count(*) from payment"));
    }

    @Test
    void the_same_file_again_books_nothing_twice_and_an_id_keeps_its_content() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var payment = to(id, 4_000_00);
        payment.put("id", Ids.next().toString());
        assertEquals(0, imported(List.of(payment)).getInt("rejected"));
        assertEquals(0, imported(List.of(payment)).getInt("rejected"));
        owes(id, "OPEN", 6_000_00);

        payment.put("amount", sek(5_000_00));
        var changed = imported(List.of(payment));
        assertEquals(List.of("payment-differs"), changed.getList("report.code"));
        assertEquals(List.of("/amount: It was sent with another value before."), changed.getList("report.reason"));
        owes(id, "OPEN", 6_000_00);
    }

    @Test
    void a_file_of_many_chunks_is_taken_in_whole() {
        var customer = creditor.aCustomer();
        var ids = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> creditor.issued(invoice(customer, "" + n, "2026-03-01", "2026-03-31")))
                .toList();
        List<Map<String, Object>> payments = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            payments.add(to(ids.get(i % ids.size()), 100_00));
        }

        var job = imported(payments);

        assertEquals(1_200, job.getInt("done"));
        assertEquals(0, job.getInt("rejected"));
        assertEquals(
                List.of("SETTLED/12"), creditor.rows("select state || '/' || count(*) from invoice group by state"));
        assertEquals(List.of("1200/0"), creditor.rows("select count(*) || '/' || sum(excess_minor) from payment"));
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        assertEquals(List.of("0"), creditor.rows("select count(*) from file_import_chunk"));
    }

    @Test
    void what_is_wrong_with_the_whole_file_is_said_at_once() {
        send("").then().statusCode(400).body("errors.code", equalTo(List.of("empty")));
        send("{}\n".repeat(20_001)).then().statusCode(400).body("errors.code", equalTo(List.of("too-many-lines")));
        creditor.get("/v1/payment-imports/" + Ids.next()).then().statusCode(404);
    }

    @Test
    void a_job_is_found_where_its_kind_is() {
        var job = send("{}").then().extract().<String>path("id");
        creditor.get("/v1/invoice-imports/" + job).then().statusCode(404);
        creditor.get("/v1/payment-imports/" + job).then().statusCode(200);
        creditor.settles();
    }

    private static Map<String, Object> to(String invoice, long minor) {
        var payment = new HashMap<String, Object>();
        payment.put("invoiceId", invoice);
        payment.put("amount", sek(minor));
        payment.put("bookingDate", BOOKED_ON);
        return payment;
    }

    private static Map<String, Object> by(String reference, long minor) {
        var payment = to("", minor);
        payment.remove("invoiceId");
        payment.put("reference", reference);
        return payment;
    }

    private void owes(String invoice, String state, long minor) {
        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo(state))
                .body("outstanding.total.minor", equalTo((int) minor));
    }

    private JsonPath imported(List<Map<String, Object>> payments) {
        var json = new ObjectMapper();
        var lines = new StringBuilder();
        for (var payment : payments) {
            try {
                lines.append(json.writeValueAsString(payment)).append('\n');
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return await(send(lines.toString()));
    }

    private JsonPath await(Response sent) {
        var job = sent.then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/v1/payment-imports/.*"))
                .extract()
                .<String>path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("QUEUED", "RUNNING")
                        .contains(creditor.read("/v1/payment-imports/" + job).getString("state")));
        return creditor.read("/v1/payment-imports/" + job);
    }

    private Response send(String file) {
        return given().auth()
                .oauth2(LocalStackResource.token("integrator", creditor.tenant))
                .multiPart("file", "payments", file.getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                .post("/v1/payment-imports");
    }
}
