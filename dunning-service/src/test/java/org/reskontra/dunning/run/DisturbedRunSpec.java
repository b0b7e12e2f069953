package org.reskontra.dunning.run;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.dunning.run.Invoice.kr;
import static org.reskontra.dunning.run.Invoice.ore;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.DunningEvent.ReminderUndeliverable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.localstack.test.LocalStackResource;

/** The same story told twice, out of order, over a dead mail server, or with the teller killed in the middle. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class DisturbedRunSpec {

    private World world;

    @BeforeEach
    void a_creditor_in_the_middle_of_march() {
        MailSwitch.on();
        MailSwitch.loseConfirmations();
        world = new World("2026-03-15");
    }

    @AfterEach
    void the_end() {
        MailSwitch.on();
        world.close();
    }

    // told twice

    @Test
    void duplicated_and_replayed_events_change_nothing() {
        var invoice = new Invoice(world, World.address("twice"));
        invoice.card("sv", invoice.email);
        var first = invoice.issue(Country.SE);
        world.tellAgain(first, invoice.issuedEvent(Country.SE));
        invoice.dueDatePasses();
        world.itIsAndAllIsDone("2026-04-05");
        world.tellAgain(first, invoice.issuedEvent(Country.SE));
        world.allIsDone("2026-04-05");
        invoice.feeIsPosted("2026-04-05");
        world.tellAgain(first, invoice.issuedEvent(Country.SE));
        world.itIsAndAllIsDone("2026-04-17");

        assertEquals(1, world.mails(invoice.email).size());
        assertEquals(List.of(ReminderSent.class, HandedToCollection.class), kinds(invoice.id));
        thenVersionsHaveNoGap(invoice.id);
        assertEquals("1", world.ask("select count(*) from case_journal where event = 'Opened'"));
    }

    @Test
    void events_of_an_invoice_nobody_has_heard_of_go_to_the_dead_letters_and_the_others_go_on() {
        var unknown = new Invoice(world, World.address("unknown"));
        unknown.dueDatePasses();
        var known = Invoice.overdue(world, "known");
        world.itIsAndAllIsDone("2026-04-05");

        assertEquals(1, world.mails(known.email).size());
        assertEquals("0", world.ask("select count(*) from dunning_case where invoice_id = '" + unknown.id + "'"));
    }

    @Test
    void an_invoice_from_a_country_without_a_policy_opens_no_case() {
        var finnish = new Invoice(world, World.address("suomi"));
        finnish.issue(Country.FI);
        var swedish = Invoice.overdue(world, "sverige");
        world.itIsAndAllIsDone("2026-04-05");

        assertEquals(1, world.mails(swedish.email).size());
        assertEquals("0", world.ask("select count(*) from dunning_case where invoice_id = '" + finnish.id + "'"));
    }

    // the mail server

    @Test
    void a_mail_server_that_comes_back_gets_each_letter_once() {
        var invoice = Invoice.overdue(world, "patient");
        world.itIsAndAllIsDone("2026-04-04");
        MailSwitch.off();
        world.itIs("2026-04-05");
        await().atMost(World.PATIENCE).until(() -> "t".equals(world.ask("select attempts >= 2 from letter")));
        assertEquals("LETTER_PENDING", world.stateOf(invoice.id));

        MailSwitch.on();
        world.allIsDone("2026-04-05");

        assertEquals(1, world.mails(invoice.email).size());
        assertEquals(List.of(ReminderSent.class), kinds(invoice.id));
    }

    @Test
    void a_long_outage_of_the_mail_server_uses_nothing_up() {
        var invoices = IntStream.range(0, 20)
                .mapToObj(number -> Invoice.overdue(world, "outage" + number))
                .toList();
        world.itIsAndAllIsDone("2026-04-04");
        MailSwitch.off();
        world.itIs("2026-04-05");
        await().atMost(World.PATIENCE).until(() -> "t".equals(world.ask("select sum(attempts) > 60 from letter")));
        MailSwitch.on();
        world.allIsDone("2026-04-05");

        for (var invoice : invoices) {
            assertEquals(1, world.mails(invoice.email).size(), invoice.email);
        }
    }

    @Test
    void a_mail_server_that_answers_late_is_waited_for_and_gets_no_copies() {
        var invoice = Invoice.overdue(world, "slow");
        world.itIs("2026-04-05");
        await().atMost(World.PATIENCE).until(() -> "t".equals(world.ask("select attempts >= 3 from letter")));
        assertEquals("LETTER_PENDING", world.stateOf(invoice.id));
        assertEquals("mail-server-too-slow", world.ask("select last_trouble from letter"));

        MailSwitch.confirmAll();
        world.allIsDone("2026-04-05");

        assertEquals(1, world.mails(invoice.email).size());
        assertEquals(List.of(ReminderSent.class), kinds(invoice.id));
    }

    @Test
    void payment_while_the_letter_waits_for_the_mail_server_cancels_it() {
        var invoice = Invoice.overdue(world, "lucky");
        world.itIsAndAllIsDone("2026-04-04");
        MailSwitch.off();
        world.itIs("2026-04-05");
        world.waitUntilStateIs("LETTER_PENDING", invoice.id);
        invoice.allIsPaid("2026-04-05");
        world.waitUntilStateIs("ENDED", invoice.id);
        MailSwitch.on();
        world.allIsDone("2026-04-05");

        assertEquals(0, world.mails(invoice.email).size());
        assertEquals(List.of(DunningStopped.class), kinds(invoice.id));
        assertEquals("CANCELLED no-longer-wanted", world.ask("select state || ' ' || last_trouble from letter"));
    }

    @Test
    void part_payment_while_the_letter_waits_is_in_the_letter_that_goes_out() {
        var invoice = Invoice.overdue(world, "partly");
        world.itIsAndAllIsDone("2026-04-04");
        MailSwitch.off();
        world.itIs("2026-04-05");
        world.waitUntilStateIs("LETTER_PENDING", invoice.id);
        invoice.interestIsPosted(13_70, "2026-04-05");
        invoice.principalIsPaid(4_000, "2026-04-05");
        await().atMost(World.PATIENCE).until(() -> "600000".equals(world.ask("select principal from dunning_case")));
        MailSwitch.on();
        world.allIsDone("2026-04-05");

        var text = world.mails(invoice.email).get(0).get("text").asText();
        assertTrue(text.contains("Kvar av fakturan: 6\u00a0000,00\u00a0kr"), text);
        assertTrue(text.contains("Summa att betala: 6\u00a0073,70\u00a0kr"), text);
        assertEquals(
                Outstanding.of(kr(6_000), ore(13_70), kr(60)),
                assertInstanceOf(ReminderSent.class, world.published(invoice.id).getFirst())
                        .outstanding());
    }

    @Test
    void a_refused_recipient_waits_for_a_person_and_a_better_address_goes_on() {
        var invoice = Invoice.overdue(world, "gone");
        world.itIsAndAllIsDone("2026-04-05");

        assertEquals("UNREACHABLE", world.stateOf(invoice.id));
        var undeliverable = assertInstanceOf(
                ReminderUndeliverable.class, world.published(invoice.id).getFirst());
        assertEquals("smtp-550", undeliverable.reason());

        world.itIsAndAllIsDone("2026-06-01");
        assertEquals("UNREACHABLE", world.stateOf(invoice.id));

        var better = World.address("found");
        invoice.card("sv", better);
        world.allIsDone("2026-06-01");
        assertEquals("REMINDED", world.stateOf(invoice.id));
        assertEquals(1, world.mails(better).size());
        assertEquals(
                LocalDate.parse("2026-06-01"),
                assertInstanceOf(ReminderSent.class, world.published(invoice.id).getLast())
                        .sentOn());
    }

    @Test
    void a_customer_without_an_email_address_waits_for_a_person() {
        var invoice = new Invoice(world, World.address("paper"));
        invoice.card("sv");
        invoice.issue(Country.SE);
        invoice.dueDatePasses();
        world.itIsAndAllIsDone("2026-04-05");

        assertEquals("UNREACHABLE", world.stateOf(invoice.id));
        assertEquals(
                "no-email-address",
                assertInstanceOf(
                                ReminderUndeliverable.class,
                                world.published(invoice.id).getFirst())
                        .reason());
    }

    @Test
    void an_address_that_is_none_waits_for_a_person_and_holds_nobody_up() {
        var crooked = new Invoice(world, "not an address");
        crooked.card("sv", crooked.email);
        crooked.issue(Country.SE);
        crooked.dueDatePasses();
        var straight = Invoice.overdue(world, "straight");
        world.itIsAndAllIsDone("2026-04-05");

        assertEquals("UNREACHABLE", world.stateOf(crooked.id));
        assertEquals("unusable-address", world.ask("select reason from dunning_case where state = 'UNREACHABLE'"));
        assertEquals(1, world.mails(straight.email).size());
    }

    @Test
    void a_card_that_comes_after_the_decision_is_waited_for() {
        var invoice = new Invoice(world, World.address("tardy"));
        invoice.issue(Country.SE);
        invoice.dueDatePasses();
        world.itIs("2026-04-05");
        world.waitUntilStateIs("LETTER_PENDING", invoice.id);
        invoice.card("sv", invoice.email);
        world.allIsDone("2026-04-05");

        assertEquals(1, world.mails(invoice.email).size());
    }

    @Test
    void an_erased_card_is_gone_and_its_letters_are_not_sent() {
        var invoice = Invoice.overdue(world, "erased");
        world.eraseCard(invoice.customer);
        world.itIsAndAllIsDone("2026-04-05");

        assertEquals("0", world.ask("select count(*) from contact_card"));
        assertEquals("UNREACHABLE", world.stateOf(invoice.id));
        assertEquals(0, world.mails(invoice.email).size());
    }

    @Test
    void trouble_that_does_not_pass_ends_with_a_person_after_a_bounded_number_of_attempts() {
        var invoice = Invoice.overdue(world, "busy");
        world.itIsAndAllIsDone("2026-04-05");

        assertEquals("UNREACHABLE", world.stateOf(invoice.id));
        assertEquals("12 smtp-451", world.ask("select attempts || ' ' || last_trouble from letter"));
    }

    // killed in the middle

    @Test
    void a_sender_that_dies_before_the_receipt_leaves_one_letter_under_one_message_id() {
        var invoice = Invoice.overdue(world, "lost");
        world.itIs("2026-04-05");
        // the mail is out, but whether it was taken is never said: as after a kill between sending and receipt
        await().atMost(World.PATIENCE).until(() -> world.mails(invoice.email).size() >= 1);
        MailSwitch.confirmAll();
        world.allIsDone("2026-04-05");

        var ids = world.mails(invoice.email).findValuesAsText("messageId").stream()
                .distinct()
                .toList();
        var sent =
                assertInstanceOf(ReminderSent.class, world.published(invoice.id).getFirst());
        assertEquals(List.of("<" + sent.letter() + "@dunning.example>"), ids);
        assertEquals(
                1,
                world.mails(invoice.email).findValuesAsText("text").stream()
                        .distinct()
                        .count());
        assertEquals(List.of(ReminderSent.class), kinds(invoice.id));
        assertEquals(List.of("REMINDED"), List.of(world.stateOf(invoice.id)));
    }

    // what the database holds everybody to

    @Test
    void a_reminder_step_cannot_be_queued_twice() {
        var invoice = Invoice.overdue(world, "once");
        world.itIsAndAllIsDone("2026-04-05");

        var second = assertThrows(
                SQLException.class,
                () -> world.change(
                        "insert into letter (tenant_id, letter_id, invoice_id, customer_id, step, channel, state,"
                                + " decided_on, attempts, next_attempt_at, currency) select tenant_id,"
                                + " gen_random_uuid(), invoice_id, customer_id, 1, 'EMAIL', 'QUEUED', decided_on, 0,"
                                + " now(), currency from letter where invoice_id = '" + invoice.id + "'"));
        assertTrue(second.getMessage().contains("letter_once_per_step"), second::getMessage);
    }

    @Test
    void the_journal_can_be_added_to_and_never_changed() {
        Invoice.overdue(world, "scribe");
        world.allIsDone("2026-03-15");

        for (var attempt : List.of(
                "update case_journal set event = 'Settled'",
                "delete from case_journal",
                "delete from dunning_case",
                "delete from letter",
                "truncate case_journal")) {
            var refused = assertThrows(SQLException.class, () -> world.change(attempt), attempt);
            assertTrue(refused.getMessage().contains("permission denied"), refused::getMessage);
        }
    }

    private List<? extends Class<? extends DunningEvent>> kinds(InvoiceId invoice) {
        return world.published(invoice).stream().map(DunningEvent::getClass).toList();
    }

    private void thenVersionsHaveNoGap(InvoiceId invoice) {
        var versions = world.publishedEnvelopes(invoice).stream()
                .map(World.Heard::version)
                .toList();
        assertEquals(LongStream.rangeClosed(1, versions.size()).boxed().toList(), versions);
    }
}
