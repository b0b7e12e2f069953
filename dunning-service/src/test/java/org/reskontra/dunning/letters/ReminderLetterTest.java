package org.reskontra.dunning.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.dunning.ladder.Example.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.dunning.ladder.CaseFile;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.Ladder;
import org.reskontra.dunning.ladder.Terms;

/** Whole letters, to the character: the approved texts lie in {@code src/test/resources/letters}. */
class ReminderLetterTest {

    private static final LetterWriter WRITER = LetterWriter.shipped(Country.SE);
    private static final Creditor BANKGIRO =
            new Creditor("Ljus & Lampor AB", "5560360793", "991-2346", null, "ekonomi@ljusochlampor.example");
    private static final Creditor IBAN =
            new Creditor("Ljus & Lampor AB", "5560360793", null, "SE45 5000 0000 0583 9825 7466", null);

    @Test
    void the_whole_invoice_with_fee_and_interest_in_swedish() {
        var reminder = Reminder.of(overdueCase(opened(), overdue("2026-04-01")), 1, day("2026-04-05"), POLICY, LAW);

        assertEquals(owed(10_000_00, 13_70, 60_00), reminder.asked());
        assertApproved("whole-invoice.sv", WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.SV));
    }

    @Test
    void the_whole_invoice_with_fee_and_interest_in_english() {
        var reminder = Reminder.of(overdueCase(opened(), overdue("2026-04-01")), 1, day("2026-04-05"), POLICY, LAW);

        assertApproved("whole-invoice.en", WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.EN));
    }

    @Test
    void a_part_paid_invoice_without_an_agreed_fee_paid_to_an_iban() {
        var terms = terms(day("2026-03-01"), day("2026-03-31"), false, null);
        var file = overdueCase(opened(terms), noted(principal(3_450_50), "2026-03-30"), overdue("2026-04-01"));
        var reminder = Reminder.of(file, 1, day("2026-04-05"), POLICY, LAW);

        assertEquals(owed(3_450_50, 4_73, 0), reminder.asked());
        assertApproved("part-paid-no-fee.sv", WRITER.write(reminder, IBAN, "Firma Ek", Language.SV));
        assertApproved("part-paid-no-fee.en", WRITER.write(reminder, IBAN, "Firma Ek", Language.EN));
    }

    @Test
    void a_first_reminder_of_two_after_a_booked_charge_says_nothing_of_collection() {
        var file = overdueCase(opened(), overdue("2026-04-01"), noted(owed(10_000_00, 0, 60_00), "2026-04-03"));
        var reminder = Reminder.of(file, 1, day("2026-04-05"), PATIENT, LAW);

        assertApproved("first-of-two.sv", WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.SV));
        assertApproved("first-of-two.en", WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.EN));
    }

    @Test
    void where_the_rate_is_not_known_yet_no_interest_is_guessed() {
        var terms = terms(day("2036-03-01"), day("2036-03-31"), true, null);
        var reminder =
                Reminder.of(overdueCase(opened(terms), overdue("2036-04-01")), 1, day("2036-04-05"), POLICY, LAW);

        assertEquals(owed(10_000_00, 0, 60_00), reminder.asked());
        assertApproved("rate-unknown.sv", WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.SV));
        assertApproved("rate-unknown.en", WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.EN));
    }

    @Test
    void the_same_reminder_is_the_same_letter_every_time() {
        var reminder = Reminder.of(overdueCase(opened(), overdue("2026-04-01")), 1, day("2026-04-05"), POLICY, LAW);

        assertEquals(
                WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.SV),
                WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.SV));
    }

    // what comparable systems got wrong in the letter itself

    @Test
    void the_letter_shows_what_remains_and_never_the_original_amount_nor_zero() {
        var file = overdueCase(opened(), noted(principal(3_450_50), "2026-03-30"), overdue("2026-04-01"));
        var reminder = Reminder.of(file, 1, day("2026-04-05"), POLICY, LAW);

        for (var language : Language.values()) {
            var text = WRITER.write(reminder, BANKGIRO, "Firma Ek", language).text();
            assertTrue(text.contains(language.write(sek(3_450_50))), text);
            assertTrue(text.contains(language.write(reminder.asked().total())), text);
            assertFalse(text.contains(language.write(sek(10_000_00))), text);
            assertFalse(text.contains(": " + language.write(sek(0))), text);
        }
    }

    @Test
    void the_letter_is_in_the_currency_of_the_invoice_and_a_fee_in_another_is_left_out() {
        var swedish = terms();
        var euro = Money.of(10_000_00, "EUR");
        var terms = new Terms(
                swedish.invoice(),
                swedish.customer(),
                swedish.number(),
                swedish.country(),
                swedish.debtor(),
                euro,
                swedish.issueDate(),
                swedish.dueDate(),
                swedish.paymentReference(),
                InterestTerms.STATUTORY,
                true,
                swedish.policy(),
                swedish.rulePack());
        var nothing = Money.zero(euro.currency());
        var opened = new CaseEvent.Opened(terms.issueDate(), terms, Outstanding.of(euro, nothing, nothing));
        var reminder = Reminder.of(overdueCase(opened, overdue("2026-04-01")), 1, day("2026-04-05"), POLICY, LAW);

        assertEquals(Reminder.FEE_IN_OTHER_CURRENCY, reminder.fee().ruleId());
        assertEquals(nothing, reminder.fee().fee());
        var text = WRITER.write(reminder, BANKGIRO, "Firma Ek", Language.SV).text();
        assertTrue(text.contains("10\u00a0013,70\u00a0EUR"), text);
        assertFalse(text.contains("\u00a0kr"), text);
    }

    @Test
    void a_fee_before_the_rise_of_2013_is_fifty_kronor() {
        var terms = terms(day("2013-01-01"), day("2013-01-31"), true, null);
        var file = overdueCase(opened(terms), overdue("2013-02-01"));

        assertEquals(
                sek(50_00),
                Reminder.of(file, 1, day("2013-03-15"), POLICY, LAW).fee().fee());
        assertEquals(
                sek(60_00),
                Reminder.of(file, 1, day("2013-03-16"), POLICY, LAW).fee().fee());
    }

    @Test
    void a_line_break_in_a_name_starts_no_line_of_ours() {
        var reminder = Reminder.of(overdueCase(opened(), overdue("2026-04-01")), 1, day("2026-04-05"), POLICY, LAW);
        var letter = WRITER.write(
                reminder,
                new Creditor("Ljus\r\nBcc: x@y.example", "5560360793", "991-2346", null, null),
                "Ek\nSumma att betala: 1 kr",
                Language.SV);

        assertEquals("Påminnelse: faktura 2026-0042 från Ljus Bcc: x@y.example", letter.subject());
        assertTrue(letter.text().startsWith("Hej Ek Summa att betala: 1 kr,\n"), letter.text());
    }

    @Test
    void a_reader_of_any_other_language_gets_english() {
        assertEquals(Language.SV, Language.forReaderOf("sv"));
        assertEquals(Language.SV, Language.forReaderOf("sv-FI"));
        for (var code : List.of("en", "fi", "de", "")) {
            assertEquals(Language.EN, Language.forReaderOf(code));
        }
    }

    private static CaseFile overdueCase(CaseEvent... events) {
        var state = Ladder.replay(List.of(events));
        return ((CaseState.Overdue) state).file();
    }

    private static void assertApproved(String name, Letter letter) {
        assertEquals(approved(name), letter.subject() + "\n\n" + letter.text());
    }

    private static String approved(String name) {
        try (var stream = ReminderLetterTest.class.getResourceAsStream("/letters/" + name + ".approved.txt")) {
            assertNotNull(stream, () -> "there is no approved letter " + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
