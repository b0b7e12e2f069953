package org.reskontra.collection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.CollectionEvent.CaseRegistered;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceEvent.PaymentReversed;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** One debt as its creditor, its debtor and the service's neighbours see it: what they do, and what they find. */
abstract class OneDebt {

    final Neighbours neighbours = new Neighbours();
    final Partner partner = new Partner(Topics.COLLECTION_EVENTS);
    final InvoiceId invoice = new InvoiceId(Ids.next());
    final CustomerId customer = new CustomerId(Ids.next());
    String email = "ekonomi-" + customer + "@kunden.example";

    @AfterEach
    void the_partner_leaves() {
        partner.close();
    }

    // ---- what the neighbours do

    void givenAnOverdueInvoice() {
        neighbours.itIs("2025-03-02");
        neighbours.reachable(customer, email, "sv");
        issuedAndReminded();
    }

    void issuedAndReminded() {
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

    HandedToCollection handOver() {
        return handOver("2025-03-02");
    }

    HandedToCollection handOver(String on) {
        return handOver(invoice, on);
    }

    HandedToCollection handOver(InvoiceId ofInvoice, String on) {
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

    void paysInFull(String on) {
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

    void bankTakesAllBack(String on) {
        neighbours.say(new PaymentReversed(
                invoice,
                customer,
                new PaymentId(Ids.next()),
                sek(10_150_41),
                ReversalReason.INSUFFICIENT_FUNDS,
                day(on),
                new Allocation(sek(60_00), sek(90_41), sek(10_000_00)),
                owed(10_000_00, 0, 60_00)));
        neighbours.say(new ChargeWithdrawn(
                invoice,
                customer,
                ChargeKind.LATE_INTEREST,
                sek(90_41),
                "SE-INT-1",
                day("2025-03-05"),
                day("2025-01-31"),
                owed(10_000_00, 0, 60_00)));
    }

    void paysPart(String on) {
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

    void isCredited(long minor, String on, Outstanding left) {
        neighbours.say(new InvoiceCredited(
                invoice,
                customer,
                new CreditNoteId(Ids.next()),
                "RK100001",
                CreditReason.RETURNED,
                sek(minor),
                sek(0),
                sek(minor),
                day(on),
                left));
    }

    void postsInterest(String on) {
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

    void settledOn(String today) {
        settledOn(neighbours, today);
    }

    void settledOn(Neighbours who, String today) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> as("integrator", who)
                        .get("/v1/sandbox-clock")
                        .then()
                        .statusCode(200)
                        .body("today", equalTo(today))
                        .body("settled", equalTo(true)));
    }

    ValidatableResponse theCase() {
        return as("integrator")
                .queryParam("invoiceId", invoice.toString())
                .get("/v1/collection-cases")
                .then()
                .statusCode(200);
    }

    ValidatableResponse theLetters() {
        return as("clerk")
                .get("/v1/collection-cases/" + onlyOf(CaseRegistered.class).collectionCase() + "/letters")
                .then()
                .statusCode(200);
    }

    Response tryAgain() {
        return as("clerk")
                .post("/v1/collection-cases/" + onlyOf(CaseRegistered.class).collectionCase() + "/demands");
    }

    RequestSpecification as(String role) {
        return as(role, neighbours);
    }

    static RequestSpecification as(String role, Neighbours who) {
        return given().auth().oauth2(LocalStackResource.token(role, who.tenant.value()));
    }

    List<PublishedEvent> published() {
        return partner.about(invoice);
    }

    List<Class<?>> kinds() {
        return published().stream().<Class<?>>map(Object::getClass).toList();
    }

    <T> T onlyOf(Class<T> kind) {
        var found =
                published().stream().filter(kind::isInstance).map(kind::cast).toList();
        assertEquals(1, found.size(), () -> kind.getSimpleName() + " in " + published());
        return found.getFirst();
    }

    List<JsonNode> mails() {
        var mails = new ArrayList<JsonNode>();
        LocalStackResource.mailsTo(email).forEach(mails::add);
        return mails;
    }

    JsonNode onlyMail() {
        var mails = mails();
        assertEquals(1, mails.size(), () -> mails.toString());
        return mails.getFirst();
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    static Outstanding owed(long principal, long interest, long costs) {
        return Outstanding.of(sek(principal), sek(interest), sek(costs));
    }
}
