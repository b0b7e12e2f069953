package org.reskontra.invoice.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.DunningEvent.Channel;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.events.KafkaClients;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DunningEventsTest {
    @Inject
    KafkaClients kafka;

    private Creditor creditor;
    private String invoice;

    @BeforeEach
    void an_overdue_invoice() {
        creditor = Creditor.on("2026-03-01");
        invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-10");
        creditor.clockMovesTo("2026-03-15");
    }

    @Test
    void a_reminders_fee_is_posted_and_told() {
        publish(1, reminder(invoice, 1, 60_00));

        var told = Events.await(ChargePosted.class, invoice);
        assertEquals(ChargeKind.REMINDER_FEE, told.kind());
        assertEquals(money(60_00), told.amount());
        assertEquals(LocalDate.parse("2026-03-15"), told.on());
        assertEquals(Outstanding.of(money(10_000_00), money(0), money(60_00)), told.outstanding());
        creditor.get("/v1/invoices/" + invoice).then().body("outstanding.costs.minor", equalTo(60_00));
        creditor.get("/v1/invoices/" + invoice + "/ledger")
                .then()
                .body("items[1].kind", equalTo("REMINDER_FEE"))
                .body("items[1].entries.account", equalTo(List.of(1510, 3593)))
                .body("items[1].entries[0].part", equalTo("COSTS"));
    }

    @Test
    void a_reminder_told_twice_or_replayed_costs_once() {
        var reminder = reminder(invoice, 1, 60_00);
        publish(1, reminder);
        publish(1, reminder);
        publish(2, reminder); // a publisher that lost count tells it under a new version
        publish(3, reminder(invoice, 2, 60_00));
        publish(1, reminder);

        var told = Events.await(Topics.INVOICE_EVENTS, invoice, 4);
        creditor.settles();
        assertEquals(4, Events.await(Topics.INVOICE_EVENTS, invoice, 4).size(), told.toString());
        assertEquals(120_00, creditor.read("/v1/invoices/" + invoice).getInt("outstanding.costs.minor"));
    }

    @Test
    void a_reminder_that_a_payment_overtook_costs_nothing() {
        creditor.pays(invoice, 10_000_00 + 13_70, "2026-03-15")
                .then()
                .statusCode(201)
                .body("excess.minor", equalTo(0));
        publish(1, reminder(invoice, 1, 60_00));
        seen(1);
        assertEquals(0, creditor.read("/v1/invoices/" + invoice).getInt("outstanding.total.minor"));
        assertEquals("SETTLED", creditor.read("/v1/invoices/" + invoice).getString("state"));
    }

    @Test
    void a_handed_over_invoice_is_in_collection_and_can_still_be_paid() {
        publish(1, handedOver(invoice));
        Awaitility.await()
                .until(() -> creditor.read("/v1/invoices/" + invoice)
                        .getString("state")
                        .equals("IN_COLLECTION"));
        publish(2, handedOver(invoice));
        seen(2);
        assertEquals(
                List.of(invoice),
                creditor.read("/v1/invoices?state=IN_COLLECTION").getList("items.id"));

        creditor.pays(invoice, 5_000_00, "2026-03-15").then().statusCode(201);
        assertEquals("IN_COLLECTION", creditor.read("/v1/invoices/" + invoice).getString("state"));
        creditor.pays(invoice, 6_000_00, "2026-03-15").then().statusCode(201);
        assertEquals("SETTLED", creditor.read("/v1/invoices/" + invoice).getString("state"));
    }

    @Test
    void what_was_handed_over_and_paid_is_in_collection_again_when_the_bank_takes_the_money_back() {
        publish(1, handedOver(invoice));
        Awaitility.await()
                .until(() -> creditor.read("/v1/invoices/" + invoice)
                        .getString("state")
                        .equals("IN_COLLECTION"));
        takenBack(creditor.pays(invoice, 11_000_00, "2026-03-15"));
        assertEquals("IN_COLLECTION", creditor.read("/v1/invoices/" + invoice).getString("state"));
    }

    @Test
    void a_payment_faster_than_reminder_and_hand_over_makes_them_wait_and_not_forgotten() {
        var payment = creditor.pays(invoice, 11_000_00, "2026-03-15");
        publish(1, reminder(invoice, 1, 60_00));
        publish(2, handedOver(invoice));
        seen(2);
        assertEquals("SETTLED", creditor.read("/v1/invoices/" + invoice).getString("state"));
        takenBack(payment);
        creditor.get("/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("IN_COLLECTION"))
                .body("outstanding.costs.minor", equalTo(60_00))
                .body("outstanding.total.minor", equalTo(10_060_00));
    }

    @Test
    void what_can_never_be_posted_goes_to_the_dead_letters_and_the_rest_goes_on() {
        var unknown = Ids.next().toString();
        publish(1, reminder(unknown, 1, 60_00));
        publish(1, reminder(invoice, 1, 99_00)); // more than the law allows
        publish(2, reminder(invoice, 2, 60_00));

        assertEquals(money(60_00), Events.await(ChargePosted.class, invoice).amount());
        assertEquals(
                1,
                Events.await(Topics.deadLetter(Topics.DUNNING_EVENTS), unknown, 1)
                        .size());
        assertEquals(
                1,
                Events.await(Topics.deadLetter(Topics.DUNNING_EVENTS), invoice, 1)
                        .size());
    }

    private void takenBack(Response payment) {
        String id = payment.then().statusCode(201).extract().path("id");
        creditor.post("/v1/payments/" + id + "/reversal", Map.of("reason", "BANK_ERROR", "reversedOn", "2026-03-15"))
                .then()
                .statusCode(200);
    }

    /** Waits until the service has gone past a version of the dunning of our invoice. */
    private void seen(long version) {
        Awaitility.await()
                .until(() -> creditor.rows(
                                "select version from consumer_position where aggregateid = '" + invoice + "'")
                        .contains(Long.toString(version)));
    }

    private void publish(long version, DunningEvent event) {
        var envelope = new Envelope(
                new EventId(Ids.next()),
                "/dunning-service",
                EventCatalogue.typeOf(event.getClass()),
                event.invoice().toString(),
                Instant.parse("2026-03-15T08:00:00Z"),
                new TenantId(creditor.tenant),
                version);
        try (var producer = kafka.producer("dunning-fixture", Duration.ZERO)) {
            producer.send(new ProducerRecord<>(
                            Topics.DUNNING_EVENTS,
                            null,
                            envelope.subject(),
                            Json.write(event).getBytes(StandardCharsets.UTF_8),
                            Headers.of(envelope, null)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReminderSent reminder(String invoice, int step, long fee) {
        return new ReminderSent(
                InvoiceId.of(invoice),
                new CustomerId(Ids.next()),
                step,
                Channel.EMAIL,
                LocalDate.parse("2026-03-15"),
                LocalDate.parse("2026-03-25"),
                money(fee),
                "SE-FEE-1",
                new LetterId(Ids.next()),
                Outstanding.of(money(10_000_00), money(0), money(fee)));
    }

    private static HandedToCollection handedOver(String invoice) {
        return new HandedToCollection(
                InvoiceId.of(invoice),
                new CustomerId(Ids.next()),
                Country.SE,
                DebtorKind.BUSINESS,
                "1",
                "133",
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-10"),
                LocalDate.parse("2026-03-15"),
                Outstanding.of(money(10_000_00), money(0), money(0)),
                2,
                LocalDate.parse("2026-03-15"),
                InterestTerms.STATUTORY,
                1,
                LocalDate.parse("2026-03-15"));
    }

    private static Money money(long minor) {
        return Money.of(minor, "SEK");
    }
}
