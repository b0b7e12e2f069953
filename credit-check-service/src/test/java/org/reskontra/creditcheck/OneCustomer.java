package org.reskontra.creditcheck;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CloseReason;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** One customer as the service's neighbours see it: what they tell of the customer, and what they are answered. */
abstract class OneCustomer {

    static final String TODAY = "2026-03-02";

    final Neighbours neighbours = new Neighbours();
    final Partner partner = new Partner(Topics.CREDIT_EVENTS);
    final CustomerId customer = new CustomerId(Ids.next());

    @BeforeEach
    void the_tenant_is_known() {
        neighbours.itIs(TODAY);
        settled();
    }

    @AfterEach
    void the_partner_leaves() {
        partner.close();
    }

    // ---- what the neighbours do

    InvoiceId issued(String on, String dueDate, long minor) {
        var invoice = new InvoiceId(Ids.next());
        neighbours.say(invoiceIssued(invoice, on, dueDate, minor));
        return invoice;
    }

    InvoiceIssued invoiceIssued(InvoiceId invoice, String on, String dueDate, long minor) {
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

    void credited(InvoiceId invoice, long minor, long left) {
        neighbours.say(new InvoiceCredited(
                invoice,
                customer,
                new CreditNoteId(Ids.next()),
                "RK100001",
                CreditReason.RETURNED,
                sek(minor),
                sek(0),
                sek(minor),
                day(TODAY),
                owed(left)));
    }

    void paid(InvoiceId invoice, String on) {
        neighbours.say(new InvoiceSettled(invoice, customer, day(on), owed(0)));
    }

    HandedToCollection handOver(InvoiceId invoice) {
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

    CaseClosed closed(InvoiceId invoice) {
        return new CaseClosed(invoice, customer, new CollectionCaseId(Ids.next()), CloseReason.SETTLED, day(TODAY));
    }

    // ---- what is seen of the service

    ValidatableResponse ask(long minor) {
        return asking("integrator", body(minor)).post("/v1/credit-checks").then();
    }

    String body(long minor) {
        return """
                {"customer": "%s", "amount": {"minor": %d, "currency": "SEK"}, "purpose": "sale on credit",
                 "contractReference": "order 4711"}""".formatted(customer, minor);
    }

    RequestSpecification asking(String role, String body) {
        return as(role).contentType(ContentType.JSON).body(body);
    }

    ValidatableResponse credit() {
        return as("integrator")
                .get("/v1/customers/" + customer + "/credit")
                .then()
                .statusCode(200);
    }

    RequestSpecification as(String role) {
        return as(role, neighbours);
    }

    static RequestSpecification as(String role, Neighbours who) {
        return given().auth().oauth2(LocalStackResource.token(role, who.tenant.value()));
    }

    void settled() {
        settled(neighbours);
    }

    static void settled(Neighbours who) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> as("integrator", who)
                        .get("/v1/sandbox-clock")
                        .then()
                        .statusCode(200)
                        .body("today", equalTo(TODAY))
                        .body("settled", equalTo(true)));
    }

    interface Look {
        void at(Statement statement) throws SQLException;
    }

    void inTheDatabase(Look look) throws SQLException {
        try (var database = LocalStackResource.connectAsApp();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + neighbours.tenant + "', true)");
            look.at(statement);
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    static Outstanding owed(long minor) {
        return Outstanding.of(sek(minor), sek(0), sek(0));
    }
}
