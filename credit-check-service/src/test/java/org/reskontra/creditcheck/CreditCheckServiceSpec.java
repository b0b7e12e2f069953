package org.reskontra.creditcheck;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CloseReason;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CreditCheckId;
import org.reskontra.contracts.CreditEvent.CreditDecision;
import org.reskontra.contracts.CreditEvent.CreditDecisionMade;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** The service as its neighbours see it: events in over Kafka, questions by REST, decisions out over Kafka. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "service", value = "credit-check"))
class CreditCheckServiceSpec {

    private static final String TODAY = "2026-03-02";

    private final Neighbours neighbours = new Neighbours();
    private final Partner partner = new Partner(Topics.CREDIT_EVENTS);
    private final CustomerId customer = new CustomerId(Ids.next());

    @BeforeEach
    void the_tenant_is_known() {
        neighbours.itIs(TODAY);
        settled();
    }

    @AfterEach
    void the_partner_leaves() {
        partner.close();
    }

    @Test
    void an_unknown_customer_may_buy_for_little() {
        var id = ask(10_000_00)
                .statusCode(201)
                .body("decision", equalTo("APPROVE"))
                .body("limit.minor", equalTo(25_000_00))
                .body("prepaymentShare", equalTo("0"))
                .body("reasons", contains("WITHIN_LIMIT"))
                .body("validUntil", equalTo("2026-04-01"))
                .body("policy", equalTo("standard-2026-1"))
                .extract()
                .<String>path("id");

        settled();
        assertEquals(
                List.of(new CreditDecisionMade(
                        customer,
                        CreditCheckId.of(id),
                        CreditDecision.APPROVE,
                        sek(10_000_00),
                        sek(25_000_00),
                        BigDecimal.ZERO,
                        List.of("WITHIN_LIMIT"),
                        day(TODAY),
                        day("2026-04-01"))),
                partner.about(customer));
    }

    @Test
    void an_unknown_customer_who_asks_for_much_is_left_to_a_person() {
        ask(40_000_00)
                .statusCode(201)
                .body("decision", equalTo("REFER"))
                .body("reasons", contains("UNKNOWN_CUSTOMER_LARGE_AMOUNT", "OVER_LIMIT"));
    }

    @Test
    void a_decision_can_be_read_again_with_what_it_was_made_of() {
        issued("2026-02-20", "2026-03-20", 8_000_00);
        settled();
        var location = ask(10_000_00).statusCode(201).extract().header("Location");

        as("auditor")
                .get(location.substring(location.indexOf("/v1")))
                .then()
                .statusCode(200)
                .body("customer", equalTo(customer.toString()))
                .body("amount.minor", equalTo(10_000_00))
                .body("purpose", equalTo("sale on credit"))
                .body("contractReference", equalTo("order 4711"))
                .body("exposure.minor", equalTo(8_000_00))
                .body("behaviour.settledInvoices", equalTo(0));
    }

    @Test
    void who_pays_in_time_earns_a_higher_limit() {
        for (int i = 0; i < 5; i++) {
            paid(issued("2026-01-01", "2026-01-31", 1_000_00), "2026-01-30");
        }
        settled();

        credit().body("limit.minor", equalTo(250_000_00))
                .body("exposure.minor", equalTo(0))
                .body("available.minor", equalTo(250_000_00))
                .body("behaviour.settledInvoices", equalTo(5))
                .body("behaviour.lateShare", equalTo("0.0000"))
                .body("lastCheck", nullValue());
    }

    @Test
    void who_pays_late_pays_a_part_beforehand() {
        for (int i = 0; i < 4; i++) {
            paid(issued("2026-01-01", "2026-01-10", 1_000_00), "2026-01-22");
        }
        settled();

        credit().body("behaviour.lateShare", equalTo("1.0000")).body("behaviour.averageDaysLate", equalTo("12.0000"));
        ask(10_000_00)
                .body("decision", equalTo("PREPAY"))
                .body("prepaymentShare", equalTo("0.30"))
                .body("reasons", contains("SLOW_PAYER"));
    }

    @Test
    void what_is_owed_counts_against_the_limit() {
        paid(issued("2026-01-01", "2026-01-31", 1_000_00), "2026-01-30");
        issued("2026-02-20", "2026-03-20", 80_000_00);
        settled();

        credit().body("exposure.minor", equalTo(80_000_00)).body("available.minor", equalTo(20_000_00));
        ask(40_000_00)
                .body("decision", equalTo("PREPAY"))
                .body("prepaymentShare", equalTo("0.50"))
                .body("reasons", contains("OVER_LIMIT"));
    }

    @Test
    void a_part_payment_lowers_what_is_owed() {
        var invoice = issued("2026-02-20", "2026-03-20", 8_000_00);
        neighbours.say(new PaymentReceived(
                invoice,
                customer,
                new PaymentId(Ids.next()),
                sek(3_000_00),
                day(TODAY),
                day(TODAY),
                new Allocation(sek(0), sek(0), sek(3_000_00)),
                owed(5_000_00)));
        settled();

        credit().body("exposure.minor", equalTo(5_000_00));
    }

    @Test
    void who_is_at_collection_gets_no_credit_until_the_case_is_closed() {
        var invoice = issued("2026-02-01", "2026-02-25", 5_000_00);
        neighbours.say(handOver(invoice));
        settled();
        credit().body("behaviour.atCollection", equalTo(1));
        ask(1_00).body("decision", equalTo("DECLINE")).body("reasons", contains("AT_COLLECTION"));

        paid(invoice, TODAY);
        neighbours.say(closed(invoice));
        settled();
        credit().body("behaviour.atCollection", equalTo(0)).body("behaviour.settledInvoices", equalTo(1));
        ask(1_00).body("decision", equalTo("APPROVE"));
    }

    @Test
    void an_end_at_collection_that_overtakes_its_hand_over_counts() {
        var invoice = issued("2026-02-01", "2026-02-25", 5_000_00);
        neighbours.say(closed(invoice));
        settled();
        neighbours.say(handOver(invoice));
        settled();
        credit().body("behaviour.atCollection", equalTo(0));
    }

    @Test
    void a_hand_over_that_overtakes_its_invoice_counts() {
        var invoice = new InvoiceId(Ids.next());
        neighbours.say(handOver(invoice));
        settled();
        neighbours.say(invoiceIssued(invoice, "2026-02-01", "2026-02-25", 5_000_00));
        settled();
        credit().body("behaviour.atCollection", equalTo(1)).body("exposure.minor", equalTo(5_000_00));
    }

    @ParameterizedTest(name = "due {0}: {1}")
    @CsvSource({"2026-02-25, APPROVE", "2026-02-24, PREPAY", "2026-01-31, PREPAY", "2026-01-30, DECLINE"})
    void an_overdue_invoice_counts_by_how_old_it_is(String dueDate, String decision) {
        issued("2026-01-01", dueDate, 1_000_00);
        settled();
        ask(1_000_00).body("decision", equalTo(decision));
    }

    @Test
    void debts_in_another_currency_are_shown_and_left_to_a_person() {
        var invoice = new InvoiceId(Ids.next());
        var euros = Money.of(700_00, "EUR");
        var none = Money.of(0, "EUR");
        neighbours.say(new InvoiceIssued(
                invoice,
                "1",
                customer,
                Country.SE,
                DebtorKind.BUSINESS,
                euros,
                none,
                euros,
                day("2026-02-20"),
                day("2026-03-20"),
                "18",
                InterestTerms.STATUTORY,
                false,
                Outstanding.of(euros, none, none)));
        settled();

        credit().body("exposure.minor", equalTo(0)).body("exposureInOtherCurrencies[0].minor", equalTo(700_00));
        ask(1_000_00).body("decision", equalTo("REFER")).body("reasons", contains("OWES_IN_OTHER_CURRENCY"));
    }

    @Test
    void duplicates_and_a_replay_from_the_start_change_nothing() {
        paid(issued("2026-01-01", "2026-01-10", 1_000_00), "2026-01-22");
        var invoice = issued("2026-02-01", "2026-02-25", 5_000_00);
        neighbours.say(handOver(invoice));
        settled();
        var before = credit().extract().asString();

        neighbours.replay();
        neighbours.replay();
        settled();

        assertEquals(before, credit().extract().asString());
    }

    /** The totals that are kept while news comes in are those that the entries add up to. */
    @Test
    void the_totals_are_the_sums_over_the_entries() throws SQLException {
        for (int i = 0; i < 20; i++) {
            var invoice = issued("2026-01-01", "2026-01-10", 1_000_00 + i);
            if (i % 2 == 0) {
                paid(invoice, "2026-01-" + (10 + i / 2));
            }
            if (i % 5 == 0) {
                neighbours.say(handOver(invoice));
            }
            if (i % 10 == 0) {
                neighbours.say(closed(invoice));
            }
        }
        settled();
        var differing = """
                select count(*) from customer_book b
                cross join lateral (
                    select count(settled_on) as settled,
                           count(*) filter (where settled_on > due_date) as late,
                           coalesce(sum(greatest(settled_on - due_date, 0)), 0) as days,
                           count(*) filter (where handed_over and not collection_closed) as at_collection,
                           sum(outstanding_minor) as owed
                    from book_entry e where e.customer_id = b.customer_id) entries
                cross join lateral (
                    select sum(outstanding_minor) as owed
                    from customer_exposure x where x.customer_id = b.customer_id) exposure
                where b.settled <> entries.settled or b.settled_late <> entries.late or b.days_late <> entries.days
                   or b.at_collection <> entries.at_collection or exposure.owed <> entries.owed""";
        inTheDatabase(statement -> {
            assertEquals(1, number(statement, "select count(*) from customer_book"));
            assertEquals(20, number(statement, "select count(*) from book_entry"));
            assertEquals(0, number(statement, differing));
        });
    }

    @Test
    void the_same_key_decides_once() {
        var key = UUID.randomUUID().toString();
        var first = asking("integrator", body(10_000_00)).header("Idempotency-Key", key);
        var one =
                first.post("/v1/credit-checks").then().statusCode(201).extract().<String>path("id");
        asking("integrator", body(10_000_00))
                .header("Idempotency-Key", key)
                .post("/v1/credit-checks")
                .then()
                .statusCode(201)
                .body("id", equalTo(one));
        asking("integrator", body(10_000_01))
                .header("Idempotency-Key", key)
                .post("/v1/credit-checks")
                .then()
                .statusCode(422);
        settled();
        assertEquals(1, partner.about(customer).size());
    }

    @Test
    void an_id_of_the_callers_own_decides_once() {
        var id = Ids.next();
        var asked = body(10_000_00).replaceFirst("\\{", "{\"id\": \"" + id + "\", ");
        asking("integrator", asked)
                .post("/v1/credit-checks")
                .then()
                .statusCode(201)
                .body("id", equalTo(id.toString()));
        asking("integrator", asked)
                .post("/v1/credit-checks")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()));
        asking("integrator", asked.replace("sale on credit", "curiosity"))
                .post("/v1/credit-checks")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/purpose"));
        settled();
        assertEquals(1, partner.about(customer).size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                              | 400
            {"customer": "x", "amount": {"minor": 1, "currency": "SEK"}, "purpose": "p"}    | 400
            {"customer": "ID", "amount": {"minor": 0, "currency": "SEK"}, "purpose": "p"}   | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "SEK"}, "purpose": " "}   | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "KR"}, "purpose": "p"}    | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "SEK"}}                   | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "SEK"}, "purpose": "p", "colour": "red"} | 400
            {"customer": "ID", "amount": {"minor": 1, "currency": "EUR"}, "purpose": "p"}   | 201
            """)
    void malformed_requests_are_refused(String body, int status) {
        asking("clerk", body.replace("ID", customer.toString()))
                .post("/v1/credit-checks")
                .then()
                .statusCode(status);
    }

    @Test
    void another_tenants_decisions_and_customers_are_not_there() {
        issued("2026-02-20", "2026-03-20", 8_000_00);
        settled();
        var id = ask(10_000_00).extract().<String>path("id");
        var others = new Neighbours();
        others.itIs(TODAY);
        settled(others);
        as("clerk", others).get("/v1/credit-checks/" + id).then().statusCode(404);
        as("clerk", others).get("/v1/customers/" + customer + "/credit").then().statusCode(404);
    }

    @Test
    void only_those_who_may_are_answered() {
        given().get("/v1/customers/" + customer + "/credit").then().statusCode(401);
        as("operator").get("/v1/customers/" + customer + "/credit").then().statusCode(403);
        asking("auditor", body(1)).post("/v1/credit-checks").then().statusCode(403);
        as("auditor").get("/v1/customers/" + customer + "/credit").then().statusCode(404);
        as("auditor").get("/v1/credit-checks/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void every_table_is_behind_the_wall() throws SQLException {
        issued("2026-02-20", "2026-03-20", 8_000_00);
        settled();
        ask(1_00);
        inTheDatabase(statement -> {
            for (var table : List.of("customer_book", "customer_exposure", "book_entry", "credit_check")) {
                var count = "select count(*) from " + table;
                assertTrue(number(statement, count) > 0, table + " for its own tenant");
                statement.execute("select set_config('reskontra.tenant', '', true)");
                assertEquals(0, number(statement, count), table + " without a tenant");
                statement.execute("select set_config('reskontra.tenant', '" + UUID.randomUUID() + "', true)");
                assertEquals(0, number(statement, count), table + " for another tenant");
                statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
            }
        });
    }

    @Test
    void every_operation_is_described_with_an_example() {
        Map<String, Map<String, Map<String, Object>>> paths = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .get("paths");
        var ids = new HashSet<String>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            var id = String.valueOf(operation.get("operationId"));
            assertTrue(ids.add(id), id + " is used twice");
            assertNotNull(operation.get("summary"), id + " has no summary");
            if (path.contains("credit")) {
                assertTrue(String.valueOf(operation.get("responses")).contains("examples"), id + " has no example");
            }
        }));
        assertTrue(ids.containsAll(Set.of("checkCredit", "getCreditCheck", "getCustomerCredit")));
    }

    @Test
    void a_customer_who_was_only_asked_about_is_shown_with_the_last_decision() {
        var id = ask(10_000_00).extract().<String>path("id");
        credit().body("lastCheck", equalTo(id))
                .body("limit.minor", equalTo(25_000_00))
                .body("exposureInOtherCurrencies", empty());
    }

    // ---- what the neighbours do

    private InvoiceId issued(String on, String dueDate, long minor) {
        var invoice = new InvoiceId(Ids.next());
        neighbours.say(invoiceIssued(invoice, on, dueDate, minor));
        return invoice;
    }

    private InvoiceIssued invoiceIssued(InvoiceId invoice, String on, String dueDate, long minor) {
        return new InvoiceIssued(
                invoice,
                "1",
                customer,
                Country.SE,
                DebtorKind.BUSINESS,
                sek(minor),
                sek(0),
                sek(minor),
                day(on),
                day(dueDate),
                "18",
                InterestTerms.STATUTORY,
                false,
                owed(minor));
    }

    private void paid(InvoiceId invoice, String on) {
        neighbours.say(new InvoiceSettled(invoice, customer, day(on), owed(0)));
    }

    private HandedToCollection handOver(InvoiceId invoice) {
        return new HandedToCollection(
                invoice,
                customer,
                Country.SE,
                DebtorKind.BUSINESS,
                "1",
                "18",
                day("2026-02-01"),
                day("2026-02-25"),
                day(TODAY),
                owed(5_000_00),
                1,
                day(TODAY),
                InterestTerms.STATUTORY,
                1,
                day("2026-02-28"));
    }

    private CaseClosed closed(InvoiceId invoice) {
        return new CaseClosed(invoice, customer, new CollectionCaseId(Ids.next()), CloseReason.SETTLED, day(TODAY));
    }

    // ---- what is seen of the service

    private ValidatableResponse ask(long minor) {
        return asking("integrator", body(minor)).post("/v1/credit-checks").then();
    }

    private String body(long minor) {
        return """
                {"customer": "%s", "amount": {"minor": %d, "currency": "SEK"}, "purpose": "sale on credit",
                 "contractReference": "order 4711"}""".formatted(customer, minor);
    }

    private RequestSpecification asking(String role, String body) {
        return as(role).contentType(ContentType.JSON).body(body);
    }

    private ValidatableResponse credit() {
        return as("integrator")
                .get("/v1/customers/" + customer + "/credit")
                .then()
                .statusCode(200);
    }

    private RequestSpecification as(String role) {
        return as(role, neighbours);
    }

    private static RequestSpecification as(String role, Neighbours who) {
        return given().auth().oauth2(LocalStackResource.token(role, who.tenant.value()));
    }

    private void settled() {
        settled(neighbours);
    }

    private static void settled(Neighbours who) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> as("integrator", who)
                        .get("/v1/sandbox-clock")
                        .then()
                        .statusCode(200)
                        .body("today", equalTo(TODAY))
                        .body("settled", equalTo(true)));
    }

    private interface Look {
        void at(Statement statement) throws SQLException;
    }

    private void inTheDatabase(Look look) throws SQLException {
        try (var database = LocalStackResource.connectAsApp();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
            look.at(statement);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    private static Outstanding owed(long minor) {
        return Outstanding.of(sek(minor), sek(0), sek(0));
    }
}
