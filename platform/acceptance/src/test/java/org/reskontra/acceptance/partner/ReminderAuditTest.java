package org.reskontra.acceptance.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.acceptance.partner.Events.data;
import static org.reskontra.acceptance.partner.Events.event;
import static org.reskontra.acceptance.partner.Events.reminder;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.partner.Letterbox.Mail;

/** The proof can fail: a debtor who hears twice, or something nobody published, is noticed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReminderAuditTest {

    private static final SeenEvent FIRST = reminder("a", "invoice", 1, 1, "letter-1");
    private static final SeenEvent SECOND = reminder("b", "invoice", 2, 2, "letter-2");

    @Test
    void each_step_with_its_letter_is_as_it_should_be() {
        var demand =
                event("c", "/collection-service", "collection-demand-sent", "invoice", 1, data().put("letter", "d"));
        assertEquals(
                List.of(),
                ReminderAudit.faults(
                        List.of(FIRST, SECOND, demand), List.of(mail("letter-1"), mail("letter-2"), mail("d"))));
    }

    @Test
    void a_mail_that_was_handed_over_again_under_its_own_id_is_one_mail() {
        assertEquals(List.of(), ReminderAudit.faults(List.of(FIRST), List.of(mail("letter-1"), mail("letter-1"))));
    }

    @Test
    void a_step_taken_twice_is_seen() {
        var again = reminder("b", "invoice", 2, 1, "letter-2");
        assertEquals(
                List.of("reminder 1 of invoice invoice was sent twice"),
                ReminderAudit.faults(List.of(FIRST, again), List.of(mail("letter-1"), mail("letter-2"))));
    }

    @Test
    void a_letter_published_twice_is_seen() {
        var again = reminder("b", "invoice", 2, 2, "letter-1");
        assertEquals(
                List.of("letter letter-1 was published twice"),
                ReminderAudit.faults(List.of(FIRST, again), List.of(mail("letter-1"))));
    }

    @Test
    void a_letter_that_went_out_as_two_mails_is_seen() {
        assertEquals(
                List.of("letter letter-1 went out as 2 different mails"),
                ReminderAudit.faults(
                        List.of(FIRST),
                        List.of(mail("letter-1"), new Mail("d@example.test", "<letter-1@elsewhere>", "", ""))));
    }

    @Test
    void a_mail_that_nobody_published_is_seen() {
        assertEquals(
                List.of("a debtor got letter letter-2, which nobody published"),
                ReminderAudit.faults(List.of(FIRST), List.of(mail("letter-1"), mail("letter-2"))));
    }

    @Test
    void a_published_letter_that_nobody_got_is_seen() {
        assertEquals(
                List.of("reminder-sent of invoice was published, but no debtor got the letter"),
                ReminderAudit.faults(List.of(FIRST), List.of()));
    }

    private static Mail mail(String letter) {
        return new Mail("d@example.test", "<" + letter + "@creditor.example.test>", "Subject", "Text");
    }
}
