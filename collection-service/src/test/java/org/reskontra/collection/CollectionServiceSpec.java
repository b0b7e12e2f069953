package org.reskontra.collection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CaseRegistered;
import org.reskontra.contracts.CollectionEvent.CloseReason;
import org.reskontra.contracts.CollectionEvent.CollectionDemandSent;
import org.reskontra.contracts.CollectionEvent.CollectionDemandUndeliverable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** The service as its neighbours see it: events in over Kafka, letters out over SMTP, events out over Kafka, REST. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "collection"))
@QuarkusTestResource(SmtpGate.class)
class CollectionServiceSpec {

    private final Neighbours neighbours = new Neighbours();
    private final Partner partner = new Partner(Topics.COLLECTION_EVENTS);
    private final InvoiceId invoice = new InvoiceId(Ids.next());
    private final CustomerId customer = new CustomerId(Ids.next());
    private String email = "ekonomi-" + customer + "@kunden.example";

    @AfterEach
    void the_partner_leaves() {
        partner.close();
    }

    @Test
    void a_claim_is_taken_on_demanded_and_closed_when_it_is_paid() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        var mail = onlyMail();
        var demand = onlyOf(CollectionDemandSent.class);
        assertEquals(
                "Inkassokrav: faktura 2025-117 från Exempelbolaget AB",
                mail.get("subject").asText());
        assertEquals(
                "<" + demand.letter() + "@reskontra.localhost>",
                mail.get("messageId").asText());
        assertTrue(
                mail.get("text").asText().contains("Summa att betala: 10 150,41 kr"),
                mail.get("text").asText());
        assertEquals(day("2025-03-02"), demand.sentOn());
        assertEquals(day("2025-03-10"), demand.deadline());
        assertEquals(owed(10_000_00, 90_41, 60_00), demand.claim());
        var caseId = demand.collectionCase();
        theCase()
                .body("items[0].id", equalTo(caseId.toString()))
                .body("items[0].state", equalTo("DEMANDED"))
                .body("items[0].deadline", equalTo("2025-03-10"));

        paysInFull("2025-03-05");
        neighbours.itIs("2025-03-05");
        settledOn("2025-03-05");

        theCase().body("items[0].state", equalTo("CLOSED")).body("items[0].next", hasSize(0));
        assertEquals(
                List.of(
                        new CaseRegistered(invoice, customer, caseId, day("2025-03-02"), owed(10_000_00, 90_41, 60_00)),
                        demand,
                        new CaseClosed(invoice, customer, caseId, CloseReason.SETTLED, day("2025-03-05"))),
                published());
        assertEquals(List.of(1L, 2L, 3L), partner.versions(invoice));
    }

    @Test
    void a_payment_that_overtook_the_hand_over_closes_the_case_at_once() {
        givenAnOverdueInvoice();
        paysInFull("2025-03-02");
        neighbours.say(handOver());
        settledOn("2025-03-02");

        assertEquals(List.of(CaseRegistered.class, CaseClosed.class), kinds());
        assertEquals(0, mails().size());
        theCase().body("items[0].state", equalTo("CLOSED"));
    }

    @Test
    void a_part_payment_that_overtook_the_hand_over_lowers_the_demand() {
        givenAnOverdueInvoice();
        paysPart("2025-03-02");
        neighbours.say(handOver());
        settledOn("2025-03-02");

        assertEquals(owed(6_150_41, 0, 0), onlyOf(CollectionDemandSent.class).claim());
    }

    @Test
    void news_of_the_invoice_that_the_hand_over_overtook_takes_nothing_back() {
        neighbours.itIs("2025-03-02");
        neighbours.reachable(customer, email, "sv");
        neighbours.say(handOver());
        settledOn("2025-03-02");
        issuedAndReminded();
        settledOn("2025-03-02");

        theCase()
                .body("items[0].state", equalTo("DEMANDED"))
                .body("items[0].outstanding.costs.minor", equalTo(60_00))
                .body("items[0].outstanding.interest.minor", equalTo(90_41));
        assertEquals(
                owed(10_000_00, 90_41, 60_00),
                onlyOf(CollectionDemandSent.class).claim());
    }

    @Test
    void interest_is_demanded_to_the_day_of_sending() {
        givenAnOverdueInvoice();
        neighbours.itIs("2025-03-07");
        neighbours.say(handOver());
        settledOn("2025-03-07");

        var demand = onlyOf(CollectionDemandSent.class);
        assertEquals(day("2025-03-15"), demand.deadline());
        assertEquals(owed(10_000_00, 105_48, 60_00), demand.claim());
    }

    @Test
    void a_part_payment_after_the_demand_is_noted_and_the_rest_stays_demanded() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        paysPart("2025-03-02");
        settledOn("2025-03-02");

        theCase()
                .body("items[0].state", equalTo("DEMANDED"))
                .body("items[0].outstanding.total.minor", equalTo(6_150_41));
        assertEquals(List.of(CaseRegistered.class, CollectionDemandSent.class), kinds());
    }

    @Test
    void duplicates_and_a_replay_from_the_start_change_nothing() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        paysInFull("2025-03-02");
        settledOn("2025-03-02");
        var before = published();

        neighbours.replay();
        neighbours.replay();
        settledOn("2025-03-02");

        assertEquals(before, published());
        assertEquals(3, before.size());
        onlyMail();
    }

    @Test
    void a_hand_over_of_a_day_that_has_not_come_here_yet_waits_for_it() {
        givenAnOverdueInvoice();
        neighbours.say(handOver("2025-03-03"));
        settledOn("2025-03-02");
        assertEquals(List.of(CaseRegistered.class), kinds());

        neighbours.itIs("2025-03-03");
        settledOn("2025-03-03");
        assertEquals(day("2025-03-03"), onlyOf(CollectionDemandSent.class).sentOn());
    }

    @Test
    void a_debtor_without_an_address_waits_for_a_person_who_can_try_again() {
        email = null;
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        assertEquals("no-address", onlyOf(CollectionDemandUndeliverable.class).reason());
        theCase()
                .body("items[0].state", equalTo("UNDELIVERABLE"))
                .body("items[0].next.action", contains("FIND_ADDRESS_AND_TRY_AGAIN"));

        email = "found-" + customer + "@kunden.example";
        neighbours.reachable(customer, email, "en");
        settledOn("2025-03-02");
        tryAgain().then().statusCode(202).body("state", equalTo("REGISTERED"));
        settledOn("2025-03-02");

        assertEquals(
                List.of(CaseRegistered.class, CollectionDemandUndeliverable.class, CollectionDemandSent.class),
                kinds());
        assertTrue(onlyMail().get("subject").asText().startsWith("Collection demand"));
        tryAgain().then().statusCode(409).body("type", equalTo("urn:reskontra:problem:nothing-to-try-again"));
    }

    @Test
    void an_address_that_is_refused_for_good_waits_for_a_person() {
        email = "refused-" + customer + "@kunden.example";
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        assertEquals("refused", onlyOf(CollectionDemandUndeliverable.class).reason());
        theLetters()
                .body("items[0].status", equalTo("UNDELIVERABLE"))
                .body("items[0].trouble", equalTo("the receiving server answered 550"));
    }

    @Test
    void a_mail_server_that_is_busy_is_tried_again() {
        email = "busy-" + customer + "@kunden.example";
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        onlyMail();
        assertEquals(List.of(CaseRegistered.class, CollectionDemandSent.class), kinds());
        theLetters().body("items[0].attempts", equalTo(2)).body("items[0].trouble", nullValue());
    }

    @Test
    void a_mail_server_that_stays_away_is_given_up_in_the_end() {
        email = "away-" + customer + "@kunden.example";
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        assertEquals("gave-up", onlyOf(CollectionDemandUndeliverable.class).reason());
        theLetters()
                .body("items[0].attempts", equalTo(4))
                .body("items[0].trouble", equalTo("the mail server answered 451"));
    }

    @Test
    void what_is_no_address_at_all_waits_for_a_person() {
        email = "nobody at all";
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        assertEquals("refused", onlyOf(CollectionDemandUndeliverable.class).reason());
    }

    @Test
    void a_contact_card_that_comes_late_is_waited_for() {
        neighbours.itIs("2025-03-02");
        neighbours.say(handOver());
        await().atMost(Duration.ofSeconds(30)).until(() -> kinds().contains(CaseRegistered.class));
        neighbours.reachable(customer, email, "sv");
        settledOn("2025-03-02");

        assertEquals(1, onlyOf(CollectionDemandSent.class).claim().total().compareTo(sek(0)));
        onlyMail();
    }

    @Test
    void a_debtor_of_whom_no_card_ever_comes_waits_for_a_person() {
        neighbours.itIs("2025-03-02");
        neighbours.say(handOver());
        settledOn("2025-03-02");

        assertEquals("no-address", onlyOf(CollectionDemandUndeliverable.class).reason());
    }

    @Test
    void a_payment_that_comes_while_the_letter_waits_to_leave_takes_it_back() {
        neighbours.itIs("2025-03-02");
        neighbours.say(handOver());
        await().atMost(Duration.ofSeconds(30)).until(() -> kinds().contains(CaseRegistered.class));
        issuedAndReminded();
        paysInFull("2025-03-02");
        settledOn("2025-03-02");

        theCase().body("items[0].state", equalTo("CLOSED"));
        theLetters().body("items[0].status", equalTo("WITHDRAWN"));
        assertEquals(List.of(CaseRegistered.class, CaseClosed.class), kinds());
    }

    @Test
    void a_letter_whose_receipt_was_lost_leaves_again_under_the_same_id_and_is_told_once() {
        email = "silent-" + customer + "@kunden.example";
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        var ids = mails().stream().map(mail -> mail.get("messageId").asText()).toList();
        assertEquals(2, ids.size());
        assertEquals(1, ids.stream().distinct().count());
        assertEquals(List.of(CaseRegistered.class, CollectionDemandSent.class), kinds());
    }

    @Test
    void the_letters_of_a_case_are_kept_exactly_as_they_were_sent() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");

        var kept = theLetters()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("SENT"))
                .body("items[0].recipient", equalTo(email))
                .body("items[0].demanded.total.minor", equalTo(10_150_41))
                .body("items[0].sentAt", notNullValue())
                .extract();
        assertEquals(
                kept.<String>path("items[0].text").strip(),
                onlyMail().get("text").asText().replace("\r\n", "\n").strip());
    }

    @Test
    void a_case_shows_its_claim_its_history_and_what_may_be_done_next() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        neighbours.itIs("2025-03-07");
        settledOn("2025-03-07");

        as("auditor")
                .get("/v1/collection-cases/" + onlyOf(CaseRegistered.class).collectionCase())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("claim.invoiceNumber", equalTo("2025-117"))
                .body("claim.owed.principal.minor", equalTo(10_000_00))
                .body("claim.owed.interest.minor", equalTo(90_41))
                .body("claim.owed.costs.minor", equalTo(60_00))
                .body("owedToday.interestThrough", equalTo("2025-03-07"))
                .body("owedToday.owed.interest.minor", equalTo(105_48))
                .body("history.what", contains("REGISTERED", "DEMAND_DECIDED", "DEMAND_SENT"))
                .body("next.action", contains("PAY_OR_OBJECT", "TAKE_LEGAL_STEPS"))
                .body("next.from", contains("2025-03-02", "2025-03-11"));
    }

    @Test
    void cases_are_listed_by_state_page_by_page() {
        neighbours.itIs("2025-03-02");
        var invoices = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var another = new InvoiceId(Ids.next());
            invoices.add(another.toString());
            neighbours.say(handOver(another, "2025-03-09"));
        }
        settledOn("2025-03-02");

        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = as("clerk")
                    .queryParam("state", "REGISTERED")
                    .queryParam("limit", 2)
                    .queryParam("after", after == null ? "" : after)
                    .get("/v1/collection-cases")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.invoiceId"));
            after = page.path("next");
        } while (after != null);
        assertEquals(invoices.stream().sorted().toList(), seen.stream().sorted().toList());
        as("clerk")
                .queryParam("state", "CLOSED")
                .get("/v1/collection-cases")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void a_claim_under_a_law_we_do_not_have_goes_to_the_dead_letters() {
        givenAnOverdueInvoice();
        var event = handOver();
        neighbours.say(new HandedToCollection(
                event.invoice(),
                event.customer(),
                Country.DK,
                event.debtorKind(),
                event.invoiceNumber(),
                event.paymentReference(),
                event.issueDate(),
                event.dueDate(),
                event.handedOverOn(),
                event.claim(),
                event.invoiceVersion(),
                event.interestThrough(),
                event.interest(),
                event.remindersSent(),
                event.lastReminderOn()));
        settledOn("2025-03-02");

        theCase().body("items", hasSize(0));
        try (var deadLetters = new Partner(Topics.deadLetter(Topics.DUNNING_EVENTS))) {
            assertEquals(1, deadLetters.about(invoice).size());
        }
    }

    @Test
    void another_tenants_case_is_not_there() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        var id = onlyOf(CaseRegistered.class).collectionCase();
        var others = new Neighbours();
        others.itIs("2025-03-02");
        settledOn(others, "2025-03-02");

        as("clerk", others).get("/v1/collection-cases/" + id).then().statusCode(404);
        as("clerk", others)
                .get("/v1/collection-cases/" + id + "/letters")
                .then()
                .statusCode(404);
        as("clerk", others)
                .post("/v1/collection-cases/" + id + "/demands")
                .then()
                .statusCode(404);
        as("clerk", others).get("/v1/collection-cases").then().body("items", hasSize(0));
    }

    /** The database's wall, not the query, keeps tenants apart: even one that forgets to ask for its tenant. */
    @Test
    void every_table_is_behind_the_wall() throws SQLException {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        try (var database = LocalStackResource.connectAsApp();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (var table : List.of("invoice_standing", "collection_case", "case_journal", "letter", "contact")) {
                assertEquals(0, count(statement, table), table + " without a tenant");
                statement.execute("select set_config('reskontra.tenant', '" + UUID.randomUUID() + "', true)");
                assertEquals(0, count(statement, table), table + " for another tenant");
                statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
                assertTrue(count(statement, table) > 0, table + " for its own tenant");
                statement.execute("select set_config('reskontra.tenant', '', true)");
            }
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void the_journal_has_every_entry_once() throws SQLException {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        paysPart("2025-03-02");
        settledOn("2025-03-02");
        assertEquals(
                5,
                onlyRow("select max(entry) from case_journal join collection_case using (case_id)"
                        + " where invoice_id = '" + invoice + "' having count(*) = max(entry)"));
        assertEquals(5, onlyRow("select version from collection_case where invoice_id = '" + invoice + "'"));
    }

    private long onlyRow(String sql) throws SQLException {
        try (var database = LocalStackResource.connectAsApp();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
            try (var rows = statement.executeQuery(sql)) {
                assertTrue(rows.next());
                return rows.getLong(1);
            }
        }
    }

    @Test
    void every_operation_is_described_with_an_example() {
        var document = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.get("paths");
        var ids = new HashSet<String>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            var id = String.valueOf(operation.get("operationId"));
            assertTrue(ids.add(id), id + " is used twice");
            assertNotNull(operation.get("summary"), id + " has no summary");
            if (path.startsWith("/v1/collection-cases")) {
                assertTrue(String.valueOf(operation.get("responses")).contains("examples"), id + " has no example");
            }
        }));
        assertTrue(ids.containsAll(
                Set.of("listCollectionCases", "getCollectionCase", "listCollectionLetters", "demandAnew")));
    }

    @Test
    void only_those_who_may_are_answered() {
        var id = UUID.randomUUID();
        givenAnOverdueInvoice();
        settledOn("2025-03-02");
        given().get("/v1/collection-cases").then().statusCode(401);
        as("operator").get("/v1/collection-cases").then().statusCode(403);
        as("integrator").post("/v1/collection-cases/" + id + "/demands").then().statusCode(403);
        as("clerk").post("/v1/collection-cases/" + id + "/demands").then().statusCode(404);
        as("clerk").get("/v1/collection-cases?limit=201").then().statusCode(400);
        as("clerk").get("/v1/collection-cases?state=LOST").then().statusCode(400);
        as("clerk").get("/v1/collection-cases?invoiceId=1").then().statusCode(400);
    }

    // ---- what the neighbours do

    private void givenAnOverdueInvoice() {
        neighbours.itIs("2025-03-02");
        neighbours.reachable(customer, email, "sv");
        issuedAndReminded();
    }

    private void issuedAndReminded() {
        neighbours.say(new InvoiceIssued(
                invoice,
                "2025-117",
                customer,
                Country.SE,
                DebtorKind.BUSINESS,
                sek(8_000_00),
                sek(2_000_00),
                sek(10_000_00),
                day("2025-01-01"),
                day("2025-01-31"),
                "123456790",
                InterestTerms.STATUTORY,
                true,
                owed(10_000_00, 0, 0)));
        neighbours.say(new ChargePosted(
                invoice,
                customer,
                ChargeKind.REMINDER_FEE,
                sek(60_00),
                "SE-FEE-1",
                day("2025-02-05"),
                null,
                owed(10_000_00, 0, 60_00)));
    }

    private HandedToCollection handOver() {
        return handOver("2025-03-02");
    }

    private HandedToCollection handOver(String on) {
        return handOver(invoice, on);
    }

    private HandedToCollection handOver(InvoiceId ofInvoice, String on) {
        return new HandedToCollection(
                ofInvoice,
                customer,
                Country.SE,
                DebtorKind.BUSINESS,
                "2025-117",
                "123456790",
                day("2025-01-01"),
                day("2025-01-31"),
                day(on),
                owed(10_000_00, 90_41, 60_00),
                2,
                day("2025-03-02"),
                InterestTerms.STATUTORY,
                1,
                day("2025-02-05"));
    }

    private void paysInFull(String on) {
        postsInterest(on);
        neighbours.say(new PaymentReceived(
                invoice,
                customer,
                new PaymentId(Ids.next()),
                sek(10_150_41),
                day(on),
                day(on),
                new Allocation(sek(60_00), sek(90_41), sek(10_000_00)),
                owed(0, 0, 0)));
        neighbours.say(new InvoiceSettled(invoice, customer, day(on), owed(0, 0, 0)));
    }

    private void paysPart(String on) {
        postsInterest(on);
        neighbours.say(new PaymentReceived(
                invoice,
                customer,
                new PaymentId(Ids.next()),
                sek(4_000_00),
                day(on),
                day(on),
                new Allocation(sek(60_00), sek(90_41), sek(3_849_59)),
                owed(6_150_41, 0, 0)));
    }

    private void postsInterest(String on) {
        neighbours.say(new ChargePosted(
                invoice,
                customer,
                ChargeKind.LATE_INTEREST,
                sek(90_41),
                "SE-INT-1",
                day(on),
                day(on),
                owed(10_000_00, 90_41, 60_00)));
    }

    // ---- what is seen of the service

    private void settledOn(String today) {
        settledOn(neighbours, today);
    }

    private void settledOn(Neighbours who, String today) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> as("integrator", who)
                        .get("/v1/sandbox-clock")
                        .then()
                        .statusCode(200)
                        .body("today", equalTo(today))
                        .body("settled", equalTo(true)));
    }

    private ValidatableResponse theCase() {
        return as("integrator")
                .queryParam("invoiceId", invoice.toString())
                .get("/v1/collection-cases")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse theLetters() {
        return as("clerk")
                .get("/v1/collection-cases/" + onlyOf(CaseRegistered.class).collectionCase() + "/letters")
                .then()
                .statusCode(200);
    }

    private Response tryAgain() {
        return as("clerk")
                .post("/v1/collection-cases/" + onlyOf(CaseRegistered.class).collectionCase() + "/demands");
    }

    private RequestSpecification as(String role) {
        return as(role, neighbours);
    }

    private static RequestSpecification as(String role, Neighbours who) {
        return given().auth().oauth2(LocalStackResource.token(role, who.tenant.value()));
    }

    private List<PublishedEvent> published() {
        return partner.about(invoice);
    }

    private List<Class<?>> kinds() {
        return published().stream().<Class<?>>map(Object::getClass).toList();
    }

    private <T> T onlyOf(Class<T> kind) {
        var found =
                published().stream().filter(kind::isInstance).map(kind::cast).toList();
        assertEquals(1, found.size(), () -> kind.getSimpleName() + " in " + published());
        return found.getFirst();
    }

    private List<JsonNode> mails() {
        var mails = new ArrayList<JsonNode>();
        LocalStackResource.mailsTo(email).forEach(mails::add);
        return mails;
    }

    private JsonNode onlyMail() {
        var mails = mails();
        assertEquals(1, mails.size(), () -> mails.toString());
        return mails.getFirst();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    private static Outstanding owed(long principal, long interest, long costs) {
        return Outstanding.of(sek(principal), sek(interest), sek(costs));
    }
}
