package org.reskontra.invoice.incoming;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.bankfiles.CamtText.details;
import static org.reskontra.invoice.bankfiles.CamtText.invoiceNumber;
import static org.reskontra.invoice.bankfiles.CamtText.reference;
import static org.reskontra.invoice.bankfiles.CamtText.transaction;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.invoice.ManyHands;
import org.reskontra.invoice.bankfiles.BgMaxText;
import org.reskontra.invoice.bankfiles.CamtText;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BankFileResourceTest {

    private static final String BANKGIRO = "9912346";

    @Inject
    BankFileWork work;

    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-03-05");
    }

    @Test
    void a_bgmax_file_is_booked_by_reference_and_its_money_is_accounted_for() {
        var paid = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var partly = creditor.anInvoice("2", "2026-03-01", "2026-03-31");
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment(referenceOf(paid), 10_000_00)
                .from("Takstolar i Norr AB", "5560360793")
                .payment(referenceOf(partly), 4_000_00)
                .payment("4711", 70_00)
                .payment("", 30_00, "1")
                .deduction(referenceOf(partly), 20_00)
                .deposited("2026-03-05")
                .end()
                .bytes();

        var id = sent(file);

        var done = awaited(id);
        assertEquals("BGMAX", done.getString("format"));
        assertEquals(List.of("bankgiro 9912346"), done.getList("accounts"));
        assertEquals(5, done.getInt("done"));
        assertMoney(done, 14_080_00, 14_000_00, 80_00, 0, 0, 0);
        owes(paid, "SETTLED", 0);
        owes(partly, "OPEN", 6_000_00);
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        assertEquals(
                List.of("1930 1410000", "1510 -1400000"),
                creditor.rows("select account || ' ' || sum(minor) from ledger_entry e join ledger_posting p"
                        + " on p.id = e.posting_id where p.kind <> 'INVOICE_ISSUED' and account in (1930, 1510)"
                        + " group by account order by account desc"));
        Events.await(Topics.INVOICE_EVENTS, paid, 3);
        Events.await(Topics.INVOICE_EVENTS, partly, 2);
        creditor.get("/v1/bank-files/" + id + "/entries")
                .then()
                .body("items.outcome", contains("MATCHED", "MATCHED", "WORK_LIST", "WORK_LIST", "WORK_LIST"))
                .body(
                        "items.why",
                        contains("by-reference", "by-reference", "unknown-reference", "no-reference", "deduction"))
                .body("items[0].payer.name", equalTo("Takstolar i Norr AB"))
                .body("items[0].invoiceId", equalTo(paid))
                .body("items[0].line", equalTo(3));
    }

    @Test
    void many_who_take_the_same_file_in_book_each_movement_once() throws Exception {
        int movements = 200;
        var text = BgMaxText.to(BANKGIRO).deposit("SEK");
        for (int i = 0; i < movements; i++) {
            text.payment("77%04d".formatted(i), 1_00);
        }
        var id = sent(text.deposited("2026-03-05").end().bytes());

        ManyHands.doWork(
                work,
                creditor,
                "bank_file_chunk",
                () -> creditor.rows("select state from bank_file where id = '" + id + "'")
                        .contains("DONE"));

        assertMoney(awaited(id), movements * 1_00L, 0, movements * 1_00L, 0, 0, 0);
        assertEquals(
                List.of(movements + " " + movements),
                creditor.rows("select count(*) || ' ' || count(distinct reference) from payment"));
    }

    @Test
    void the_same_file_again_is_the_same_file() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment(referenceOf(id), 4_000_00)
                .deposited("2026-03-05")
                .end();
        var first = sent(file.bytes());
        awaited(first);
        assertEquals(first, sent(file.bytes()));
        owes(id, "OPEN", 6_000_00);

        var trimmed = sent(file.text().replaceAll(" +\r\n", "\n").getBytes(ISO_8859_1));

        assertMoney(awaited(trimmed), 4_000_00, 0, 0, 0, 0, 4_000_00);
        owes(id, "OPEN", 6_000_00);
    }

    @Test
    void a_movement_told_by_notice_and_statement_is_booked_once() {
        creditor = withIban();
        var one = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var two = creditor.anInvoice("2", "2026-03-01", "2026-03-31");
        var notice = CamtText.notice("08")
                .entry(
                        "14000.00",
                        "CRDT",
                        "B1",
                        details(
                                transaction("10000.00", reference(referenceOf(one))),
                                transaction("4000.00", invoiceNumber("2"))));
        var statement = CamtText.statement("02")
                .entry("14000.00", "CRDT", "B1", "")
                .entry("12.50", "DBIT", "C1", "")
                .entry("5.00", "CRDT", "D1", "");

        assertMoney(awaited(sent(notice.bytes())), 14_000_00, 14_000_00, 0, 0, 0, 0);
        assertMoney(awaited(sent(statement.bytes())), 13_992_50, 0, 5_00, 0, -12_50, 14_000_00);

        owes(one, "SETTLED", 0);
        owes(two, "OPEN", 6_000_00);
        creditor.get("/v1/payments/"
                        + payments("state = 'BOOKED' and amount_minor = 400000").getFirst())
                .then()
                .body("valueDate", equalTo("2026-03-04"))
                .body("payer", equalTo("Takstolar i Norr AB"));
    }

    @Test
    void a_file_may_come_as_part_of_a_form() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("4711", 70_00)
                .deposited("2026-03-05")
                .end()
                .bytes();

        String id = form().multiPart("file", "betalningar.txt", file)
                .post("/v1/bank-files")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        assertMoney(awaited(id), 70_00, 0, 70_00, 0, 0, 0);
        assertEquals(id, sent(file));
        form().multiPart("other", "1").post("/v1/bank-files").then().statusCode(400);
    }

    private RequestSpecification form() {
        return given().auth().oauth2(LocalStackResource.token("integrator", creditor.tenant));
    }

    @Test
    void a_file_may_be_larger_than_any_other_body() throws IOException, InterruptedException {
        var text = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("4711", 70_00)
                .deposited("2026-03-05")
                .end()
                .bytes();
        var emptyLines = (" ".repeat(80) + "\r\n").repeat(250).getBytes(ISO_8859_1);
        var parts = new ArrayList<>(Collections.nCopies(2_000, emptyLines));
        parts.addFirst(text);
        var large = BodyPublishers.ofByteArrays(parts);

        var taken = send("/v1/bank-files", "application/octet-stream", large);

        assertEquals(202, taken.statusCode());
        assertMoney(awaited(JsonPath.from(taken.body()).getString("id")), 70_00, 0, 70_00, 0, 0, 0);
        long length = text.length + 2_000L * emptyLines.length;
        var refused = send("/v1/payments", "application/json", BodyPublishers.fromPublisher(large, length));
        assertEquals(413, refused.statusCode());
        assertEquals(
                "urn:reskontra:problem:too-large", JsonPath.from(refused.body()).getString("type"));
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + LocalStackResource.token("integrator", creditor.tenant))
                            .header("Content-Type", type)
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void a_statement_of_a_quiet_day_is_done_at_once() {
        creditor = withIban();
        var file = awaited(sent(CamtText.statement("04")
                .balance("OPBD", "1520.76")
                .balance("CLBD", "1520.76")
                .bytes()));
        assertEquals(0, file.getInt("total"));
        assertEquals(List.of(), file.getList("money"));
    }

    @Test
    void a_broken_file_changes_nothing_and_says_where() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("4711", 100_00)
                .deposited("2026-03-05")
                .end()
                .text();

        send(file.replace("   4711", "\t4711").getBytes(ISO_8859_1))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:bank-file-broken"))
                .body("errors[0].code", equalTo("control-sign"))
                .body("errors[0].detail", startsWith("Line 3, position 31: A tab stands"));
        send(file.replace("050009912346", "050059912344").getBytes(ISO_8859_1))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("not yours; yours: bankgiro 9912346."));
        send(CamtText.report("08").entry("1", "CRDT", "A", "").bytes())
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("intraday")));
        send(new byte[0]).then().statusCode(422);

        assertEquals(List.of("0"), creditor.rows("select count(*) from bank_file"));
        assertEquals(List.of("0"), creditor.rows("select count(*) from payment"));
    }

    @Test
    void what_cannot_be_booked_is_refused_and_may_come_again() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("4711", 100_00)
                .deposited("2026-03-20")
                .end();

        var early = awaited(sent(file.bytes()));

        assertMoney(early, 100_00, 0, 0, 100_00, 0, 0);
        creditor.get("/v1/bank-files/" + early.getString("id") + "/entries?outcome=REFUSED")
                .then()
                .body("items.why", contains("booked-too-far-ahead"));
        creditor.clockMovesTo("2026-03-20");
        var again = awaited(sent((file.text() + "\r\n").getBytes(ISO_8859_1)));
        assertMoney(again, 100_00, 0, 100_00, 0, 0, 0);
    }

    @Test
    void a_clerk_works_the_list_off() {
        var invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var file = awaited(sent(BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("", 4_000_00, "1")
                .from("Takstolar i Norr AB", "5560360793")
                .payment("4711", 70_00)
                .deposited("2026-03-05")
                .end()
                .bytes()));
        String held = creditor.get("/v1/unmatched-payments?limit=1")
                .then()
                .statusCode(200)
                .body("items.payer", contains("Takstolar i Norr AB"))
                .body("next", notNullValue())
                .extract()
                .path("items[0].id");
        var next = creditor.read("/v1/unmatched-payments?limit=1").getString("next");
        creditor.get("/v1/unmatched-payments?limit=1&after=" + next).then().body("items.reference", contains("4711"));

        for (int i = 0; i < 2; i++) {
            matches("clerk", held, invoice)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("BOOKED"))
                    .body("allocation.principal.minor", equalTo(4_000_00));
        }

        owes(invoice, "OPEN", 6_000_00);
        assertMoney(creditor.read("/v1/bank-files/" + file.getString("id")), 4_070_00, 4_000_00, 70_00, 0, 0, 0);
        assertEquals(List.of("0"), creditor.rows("select sum(minor) from ledger_entry"));
        var other = creditor.anInvoice("2", "2026-03-01", "2026-03-31");
        matches("clerk", held, other).then().statusCode(409);
        matches("integrator", held, invoice).then().statusCode(403);
        matches("clerk", Ids.next().toString(), invoice).then().statusCode(404);
        creditor.get("/v1/unmatched-payments").then().body("items.reference", contains("4711"));
        Events.await(Topics.INVOICE_EVENTS, invoice, 2);
    }

    @Test
    void money_that_came_before_its_invoice_finds_it() {
        var file = awaited(sent(BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("0004711", 10_000_00)
                .deposited("2026-03-05")
                .end()
                .bytes()));
        assertMoney(file, 10_000_00, 0, 10_000_00, 0, 0, 0);

        var late = invoice(creditor.aCustomer(), "1", "2026-03-05", "2026-03-31");
        late.put("paymentReference", "4711");
        var id = creditor.issued(late);
        creditor.settles();

        owes(id, "SETTLED", 0);
        assertMoney(creditor.read("/v1/bank-files/" + file.getString("id")), 10_000_00, 10_000_00, 0, 0, 0, 0);
    }

    @Test
    void a_file_of_many_chunks_is_booked_whole_and_read_in_pages() {
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        var text = BgMaxText.to(BANKGIRO).deposit("SEK");
        for (int i = 0; i < 1_203; i++) {
            text.payment(i % 2 == 0 ? referenceOf(id) : "4711", 1_00);
        }

        var done = awaited(sent(text.deposited("2026-03-05").end().bytes()));

        assertEquals(1_203, done.getInt("done"));
        assertMoney(done, 1_203_00, 602_00, 601_00, 0, 0, 0);
        assertEquals(List.of("0"), creditor.rows("select count(*) from bank_file_chunk"));
        var path = "/v1/bank-files/" + done.getString("id") + "/entries?limit=200";
        var page = creditor.read(path);
        int seen = page.getList("items").size();
        while (page.getString("next") != null) {
            page = creditor.read(path + "&after=" + page.getString("next"));
            seen += page.getList("items").size();
        }
        assertEquals(1_203, seen);
    }

    @Test
    void a_file_that_stopped_goes_on_when_it_is_sent_again() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("4711", 100_00)
                .deposited("2026-03-20")
                .end()
                .bytes();
        var id = sent(file);
        awaited(id);
        creditor.rows("with f as (update bank_file set state = 'FAILED', failure = 'Planted' returning 1)"
                + " select count(*) from f");
        assertEquals("FAILED", creditor.read("/v1/bank-files/" + id).getString("state"));
        assertEquals(id, sent(file));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> "DONE".equals(creditor.read("/v1/bank-files/" + id).getString("state")));
    }

    @Test
    void a_report_of_the_day_is_booked_where_a_clerk_allows_it() {
        creditor = withIban();
        var report = CamtText.report("08").entry("20", "CRDT", "B1", "").bytes();
        send(report).then().statusCode(422).body("errors.code", equalTo(List.of("intraday")));
        allowIntraday("integrator").then().statusCode(403);
        allowIntraday("clerk").then().statusCode(200);
        assertEquals(true, creditor.read("/v1/bank-file-settings").getBoolean("intradayBooking"));

        assertMoney(awaited(sent(report)), 20_00, 0, 20_00, 0, 0, 0);
        var statement = CamtText.statement("08").entry("20", "CRDT", "B1", "").bytes();
        assertMoney(awaited(sent(statement)), 20_00, 0, 0, 0, 0, 20_00);
    }

    private Response allowIntraday(String role) {
        return creditor.as(role).body(Map.of("intradayBooking", true)).put("/v1/bank-file-settings");
    }

    @Test
    void another_tenants_file_does_not_exist() {
        var id = sent(BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("4711", 100_00)
                .deposited("2026-03-05")
                .end()
                .bytes());
        awaited(id);
        var another = Creditor.on("2026-03-05");
        another.get("/v1/bank-files/" + id).then().statusCode(404);
        another.get("/v1/bank-files/" + id + "/entries").then().statusCode(404);
    }

    private static Creditor withIban() {
        return Creditor.on(
                "2026-03-05",
                settings -> settings.put(
                        "paymentDetails", Map.of("bankgiro", "991-2346", "iban", "SE4550000000058398257466")));
    }

    private String referenceOf(String invoice) {
        return creditor.read("/v1/invoices/" + invoice).getString("paymentReference");
    }

    private List<String> payments(String where) {
        return creditor.rows("select id from payment where " + where);
    }

    private Response matches(String role, String payment, String invoice) {
        return creditor.as(role)
                .body(Map.of("invoiceId", invoice))
                .post("/v1/unmatched-payments/" + payment + "/match");
    }

    private void owes(String invoice, String state, long minor) {
        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo(state))
                .body("outstanding.total.minor", equalTo((int) minor));
    }

    private static void assertMoney(
            JsonPath file, long sum, long matched, long onWorkList, long refused, long notIncoming, long before) {
        assertEquals(
                List.of(sum, matched, onWorkList, refused, notIncoming, before, 0L),
                List.of("sum", "matched", "onWorkList", "refused", "notIncoming", "bookedBefore", "toDo").stream()
                        .map(part -> file.getLong("money[0]." + part + ".minor"))
                        .toList());
    }

    private JsonPath awaited(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("QUEUED", "RUNNING")
                        .contains(creditor.read("/v1/bank-files/" + id).getString("state")));
        var file = creditor.read("/v1/bank-files/" + id);
        assertEquals("DONE", file.getString("state"));
        return file;
    }

    private String sent(byte[] file) {
        return send(file)
                .then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/v1/bank-files/.*"))
                .extract()
                .path("id");
    }

    private Response send(byte[] file) {
        return form().contentType("application/octet-stream").body(file).post("/v1/bank-files");
    }
}
