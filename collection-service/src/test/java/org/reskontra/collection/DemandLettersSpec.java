package org.reskontra.collection;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CaseRegistered;
import org.reskontra.contracts.CollectionEvent.CollectionDemandSent;
import org.reskontra.contracts.CollectionEvent.CollectionDemandUndeliverable;
import org.reskontra.localstack.test.LocalStackResource;

/** What becomes of a demand on its way to the debtor, over real SMTP. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "collection"))
@QuarkusTestResource(SmtpGate.class)
class DemandLettersSpec extends OneDebt {

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
}
