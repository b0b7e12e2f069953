package org.reskontra.dunning.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.dunning.run.Invoice.kr;
import static org.reskontra.dunning.run.Invoice.ore;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.DunningEvent.Channel;
import org.reskontra.contracts.DunningEvent.DunningResumed;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.DunningEvent.StopReason;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.channels.Sender;
import org.reskontra.dunning.intake.LadderWork;
import org.reskontra.kit.db.Blocking;
import org.reskontra.localstack.test.LocalStackResource;

/** Events in through the real broker, mail out through real SMTP, events out. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dunning"))
@QuarkusTestResource(TestSetup.class)
class LadderRunSpec {

    @Inject
    LadderWork ladder;

    @Inject
    Sender sender;

    private World world;

    @BeforeEach
    void a_creditor_in_the_middle_of_march() {
        world = new World("2026-03-15");
    }

    @AfterEach
    void the_end() {
        world.close();
    }

    @Test
    void an_unpaid_invoice_is_reminded_on_the_fifth_day_and_handed_over_twelve_days_later() {
        var invoice = Invoice.issued(world, "ek");
        world.itIsAndAllIsDone("2026-04-01");
        invoice.dueDatePasses();
        world.itIsAndAllIsDone("2026-04-04");
        assertEquals(0, world.mails(invoice.email).size());
        assertEquals("OVERDUE", world.stateOf(invoice.id));

        world.itIsAndAllIsDone("2026-04-05");

        var mail = world.mails(invoice.email);
        assertEquals(1, mail.size());
        var text = mail.get(0).get("text").asText().replace("\r\n", "\n");
        assertTrue(text.contains("Kvar av fakturan: 10\u00a0000,00\u00a0kr\n"), text);
        assertTrue(text.contains("Summa att betala: 10\u00a0073,70\u00a0kr\n"), text);
        assertEquals(
                "Påminnelse: faktura 2026-0042 från Ljus & Lampor, Åre AB",
                mail.get(0).get("subject").asText());

        var reminded =
                assertInstanceOf(ReminderSent.class, world.published(invoice.id).getFirst());
        assertEquals(
                new ReminderSent(
                        invoice.id,
                        invoice.customer,
                        1,
                        Channel.EMAIL,
                        LocalDate.parse("2026-04-05"),
                        LocalDate.parse("2026-04-15"),
                        kr(60),
                        "SE-FEE-1",
                        reminded.letter(),
                        Outstanding.of(kr(10_000), ore(13_70), kr(60))),
                reminded);
        assertEquals(
                "<" + reminded.letter() + "@dunning.example>",
                mail.get(0).get("messageId").asText());

        invoice.feeIsPosted("2026-04-05");
        world.itIsAndAllIsDone("2026-04-16");
        assertEquals("REMINDED", world.stateOf(invoice.id));
        world.itIsAndAllIsDone("2026-04-17");

        var handedOver = assertInstanceOf(
                HandedToCollection.class, world.published(invoice.id).get(1));
        assertEquals(Outstanding.of(kr(10_000), ore(46_58), kr(60)), handedOver.claim());
        assertEquals(LocalDate.parse("2026-04-17"), handedOver.handedOverOn());
        assertEquals(LocalDate.parse("2026-04-17"), handedOver.interestThrough());
        assertEquals(3, handedOver.invoiceVersion());
        assertEquals(1, handedOver.remindersSent());
        assertEquals(LocalDate.parse("2026-04-05"), handedOver.lastReminderOn());
        assertEquals("HANDED_OVER", world.stateOf(invoice.id));
        assertEquals(1, world.mails(invoice.email).size());
    }

    @Test
    void payment_before_the_reminder_is_due_means_no_letter() {
        var invoice = Invoice.overdue(world, "quick");
        world.itIsAndAllIsDone("2026-04-03");
        invoice.allIsPaid("2026-04-04");
        world.itIsAndAllIsDone("2026-05-30");

        assertEquals(0, world.mails(invoice.email).size());
        assertEquals(
                List.of(new DunningStopped(
                        invoice.id, invoice.customer, StopReason.SETTLED, LocalDate.parse("2026-04-04"))),
                world.published(invoice.id));
        assertEquals("ENDED", world.stateOf(invoice.id));
    }

    @Test
    void payment_after_the_reminder_stops_the_ladder() {
        var invoice = Invoice.overdue(world, "late");
        world.itIsAndAllIsDone("2026-04-05");
        invoice.feeIsPosted("2026-04-05");
        invoice.tooMuchIsPaid("2026-04-10");
        world.itIsAndAllIsDone("2026-06-30");

        assertEquals(1, world.mails(invoice.email).size());
        assertEquals(
                List.of(ReminderSent.class, DunningStopped.class),
                world.published(invoice.id).stream().map(Object::getClass).toList());
    }

    @Test
    void money_the_bank_takes_back_gives_the_debtor_the_whole_wait_again() {
        var invoice = Invoice.overdue(world, "returned");
        world.itIsAndAllIsDone("2026-04-03");
        invoice.allIsPaid("2026-04-03");
        world.itIsAndAllIsDone("2026-05-20");
        assertEquals("ENDED", world.stateOf(invoice.id));

        invoice.allIsTakenBack("2026-05-19");
        world.itIsAndAllIsDone("2026-05-24");
        assertEquals("OVERDUE", world.stateOf(invoice.id));
        assertEquals(0, world.mails(invoice.email).size());
        world.itIsAndAllIsDone("2026-05-25");

        assertEquals(1, world.mails(invoice.email).size());
        assertEquals(
                List.of(DunningStopped.class, DunningResumed.class, ReminderSent.class),
                world.published(invoice.id).stream().map(Object::getClass).toList());
        assertEquals(
                LocalDate.parse("2026-05-20"),
                ((DunningResumed) world.published(invoice.id).get(1)).on());
    }

    @Test
    void a_write_off_of_all_stops_the_ladder_and_one_of_a_part_goes_on_with_the_rest() {
        var all = Invoice.overdue(world, "bankrupt");
        var part = Invoice.overdue(world, "settled-with");
        world.itIsAndAllIsDone("2026-04-05");
        all.isWrittenOffDownTo(0, "2026-04-10");
        part.isWrittenOffDownTo(4_000, "2026-04-10");
        world.itIsAndAllIsDone("2026-06-30");

        assertEquals("ENDED", world.stateOf(all.id));
        assertEquals(
                List.of(ReminderSent.class, DunningStopped.class),
                world.published(all.id).stream().map(Object::getClass).toList());
        var handedOver = assertInstanceOf(
                HandedToCollection.class, world.published(part.id).getLast());
        assertEquals(part.owed().principal(), handedOver.claim().principal());
    }

    @Test
    void a_credit_of_all_stops_the_ladder_even_after_the_hand_over_and_one_of_a_part_leaves_the_rest() {
        var all = Invoice.overdue(world, "wrong-company");
        var part = Invoice.overdue(world, "returned-goods");
        var late = Invoice.overdue(world, "handed-over");
        world.itIsAndAllIsDone("2026-04-05");
        all.isCreditedDownTo(0, "2026-04-10");
        part.isCreditedDownTo(4_000, "2026-04-10");
        world.itIsAndAllIsDone("2026-06-30");
        assertEquals("HANDED_OVER", world.stateOf(late.id));
        late.isCreditedDownTo(0, "2026-06-30");

        assertEquals("ENDED", world.stateOf(all.id));
        assertEquals(
                List.of(ReminderSent.class, DunningStopped.class),
                world.published(all.id).stream().map(Object::getClass).toList());
        var handedOver = assertInstanceOf(
                HandedToCollection.class, world.published(part.id).getLast());
        assertEquals(part.owed().principal(), handedOver.claim().principal());
        assertEquals("ENDED", world.stateOf(late.id), "there was nothing to hand over");
    }

    @Test
    void the_fee_left_after_the_principal_was_paid_is_handed_over_as_booked() {
        var invoice = Invoice.overdue(world, "stubborn");
        world.itIsAndAllIsDone("2026-04-05");
        invoice.feeIsPosted("2026-04-05");
        invoice.interestIsPosted(27_40, "2026-04-10");
        invoice.principalIsPaid(10_000, "2026-04-10");
        world.itIsAndAllIsDone("2026-04-17");

        var handedOver = assertInstanceOf(
                HandedToCollection.class, world.published(invoice.id).getLast());
        assertEquals(Outstanding.of(kr(0), ore(27_40), kr(60)), handedOver.claim());
    }

    @Test
    void a_jump_of_many_days_is_caught_up_step_by_step() {
        var invoice = Invoice.overdue(world, "jump");
        world.itIsAndAllIsDone("2026-09-30");
        assertEquals(
                List.of(ReminderSent.class),
                world.published(invoice.id).stream().map(Object::getClass).toList());
        world.itIsAndAllIsDone("2026-10-11");
        assertEquals("REMINDED", world.stateOf(invoice.id));
        world.itIsAndAllIsDone("2026-10-12");
        assertEquals("HANDED_OVER", world.stateOf(invoice.id));
    }

    @Test
    void a_reader_of_english_is_written_to_in_english() throws AddressException {
        var invoice = Invoice.overdue(world, "oak");
        invoice.card("en", invoice.email);
        world.itIsAndAllIsDone("2026-04-05");

        var mail = world.mails(invoice.email).get(0);
        assertEquals(
                "Reminder: invoice 2026-0042 from Ljus & Lampor, Åre AB",
                mail.get("subject").asText());
        var from = new InternetAddress(mail.get("from").asText());
        assertEquals("Ljus & Lampor, Åre AB", from.getPersonal());
        assertEquals("reminders@dunning.example", from.getAddress());
    }

    @Test
    void many_invoices_at_once_are_each_reminded_once() {
        var invoices = IntStream.range(0, 60)
                .mapToObj(number -> Invoice.overdue(world, "many" + number))
                .toList();
        world.itIsAndAllIsDone("2026-04-05");

        for (var invoice : invoices) {
            assertEquals(1, world.mails(invoice.email).size(), invoice.email);
        }
        assertEquals("60", world.ask("select count(*) from letter where state = 'SENT'"));
    }

    @Test
    void replicas_side_by_side_neither_double_nor_lose_a_letter() {
        var invoices = IntStream.range(0, 40)
                .mapToObj(number -> Invoice.overdue(world, "replica" + number))
                .toList();
        world.itIsAndAllIsDone("2026-04-04");
        world.itIs("2026-04-05");
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (int replica = 0; replica < 4; replica++) {
                replicas.execute(() -> {
                    for (int turn = 0; turn < 10; turn++) {
                        Blocking.await(() -> ladder.run(world.tenant));
                        Blocking.await(() -> sender.run(world.tenant));
                    }
                });
            }
        }
        world.allIsDone("2026-04-05");

        for (var invoice : invoices) {
            assertEquals(1, world.mails(invoice.email).size(), invoice.email);
        }
        assertEquals("40", world.ask("select count(*) from case_journal where event = 'ReminderSent'"));
    }
}
