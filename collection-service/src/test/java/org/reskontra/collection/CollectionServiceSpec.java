package org.reskontra.collection;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CaseRegistered;
import org.reskontra.contracts.CollectionEvent.CaseReopened;
import org.reskontra.contracts.CollectionEvent.CloseReason;
import org.reskontra.contracts.CollectionEvent.CollectionDemandSent;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.Topics;
import org.reskontra.localstack.test.LocalStackResource;

/** A claim from the hand-over to its end, as the neighbours see it: events in, letters and events out. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "collection"))
@QuarkusTestResource(SmtpGate.class)
class CollectionServiceSpec extends OneDebt {

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
    void what_the_bank_takes_back_weeks_later_is_demanded_anew() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        paysInFull("2025-03-05");
        neighbours.itIs("2025-04-14");
        settledOn("2025-04-14");

        bankTakesAllBack("2025-04-11");
        settledOn("2025-04-14");

        theCase()
                .body("items[0].state", equalTo("DEMANDED"))
                .body("items[0].outstanding.total.minor", equalTo(10_060_00));
        assertEquals(
                List.of(
                        CaseRegistered.class,
                        CollectionDemandSent.class,
                        CaseClosed.class,
                        CaseReopened.class,
                        CollectionDemandSent.class),
                kinds());
        var reopened = onlyOf(CaseReopened.class);
        assertEquals(day("2025-04-14"), reopened.on());
        assertEquals(owed(10_000_00, 0, 60_00), reopened.owed());
        assertEquals(2, mails().size());
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
    void a_credit_of_a_part_lowers_what_is_demanded_and_one_of_the_rest_closes_the_case() {
        givenAnOverdueInvoice();
        neighbours.say(handOver());
        settledOn("2025-03-02");
        isCredited(4_000_00, "2025-03-02", owed(6_000_00, 0, 60_00));
        settledOn("2025-03-02");
        theCase()
                .body("items[0].state", equalTo("DEMANDED"))
                .body("items[0].outstanding.principal.minor", equalTo(6_000_00));

        isCredited(6_000_00, "2025-03-02", owed(0, 0, 0));
        settledOn("2025-03-02");
        theCase().body("items[0].state", equalTo("CLOSED"));
        assertEquals(List.of(CaseRegistered.class, CollectionDemandSent.class, CaseClosed.class), kinds());
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
}
