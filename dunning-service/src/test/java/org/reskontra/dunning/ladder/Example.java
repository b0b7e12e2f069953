package org.reskontra.dunning.ladder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/** One invoice of 10 000 kr from a Swedish creditor, due on 31 March 2026, and the words to tell its story with. */
public final class Example {

    public static final RulePack LAW = Rulebook.standard().pack(Country.SE);

    public static final Policy POLICY = new Policy(
            new PolicyRef("se-standard", 1), Country.SE, false, List.of(new Policy.Reminder(5, sek(60_00), 10)), 12);

    /** Two reminders, the second without a fee. */
    public static final Policy PATIENT = new Policy(
            new PolicyRef("se-patient", 1),
            Country.SE,
            false,
            List.of(new Policy.Reminder(5, sek(60_00), 10), new Policy.Reminder(10, sek(0), 7)),
            14);

    public static final InvoiceId INVOICE = InvoiceId.of("019a0000-0000-7000-8000-000000000001");
    public static final CustomerId CUSTOMER = CustomerId.of("019a0000-0000-7000-8000-000000000002");
    public static final LetterId LETTER = LetterId.of("019a0000-0000-7000-8000-000000000003");

    private Example() {}

    public static Money sek(long ore) {
        return Money.of(ore, "SEK");
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    public static Terms terms() {
        return terms(day("2026-03-01"), day("2026-03-31"), true, null);
    }

    public static Terms terms(LocalDate issued, LocalDate due, boolean feeAgreed, BigDecimal contractRate) {
        return new Terms(
                INVOICE,
                CUSTOMER,
                "2026-0042",
                Country.SE,
                DebtorKind.BUSINESS,
                sek(10_000_00),
                issued,
                due,
                "1234567897",
                new InterestTerms(contractRate),
                feeAgreed,
                POLICY.ref(),
                LAW.id());
    }

    /** Nothing but principal. */
    public static Outstanding principal(long ore) {
        return Outstanding.of(sek(ore), sek(0), sek(0));
    }

    public static Outstanding owed(long principal, long interest, long costs) {
        return Outstanding.of(sek(principal), sek(interest), sek(costs));
    }

    public static CaseEvent opened() {
        return opened(terms());
    }

    public static CaseEvent opened(Terms terms) {
        return new CaseEvent.Opened(terms.issueDate(), terms, Outstanding.of(terms.gross(), sek(0), sek(0)));
    }

    public static CaseEvent overdue(String on) {
        return new CaseEvent.DueDatePassed(day(on));
    }

    public static CaseEvent decided(int step, String on) {
        return new CaseEvent.ReminderDecided(day(on), step);
    }

    public static CaseEvent sent(int step, String on) {
        return new CaseEvent.ReminderSent(day(on), step, letter());
    }

    public static CaseEvent undelivered(int step, String on) {
        return new CaseEvent.ReminderUndelivered(day(on), step, "no-email");
    }

    public static CaseEvent renewed(String on) {
        return new CaseEvent.AddressRenewed(day(on));
    }

    public static CaseEvent noted(Outstanding owed, String on) {
        return new CaseEvent.StandingNoted(day(on), owed, null);
    }

    public static CaseEvent corrected(Outstanding owed, String on) {
        return new CaseEvent.StandingCorrected(day(on), owed, null);
    }

    public static CaseEvent interestBooked(Outstanding owed, String through) {
        return new CaseEvent.StandingNoted(day(through), owed, day(through));
    }

    public static CaseEvent settled(String on) {
        return new CaseEvent.Settled(day(on));
    }

    public static CaseEvent resumed(String on) {
        return new CaseEvent.Resumed(day(on));
    }

    public static CaseEvent restored(String on) {
        return new CaseEvent.HandOverRestored(day(on));
    }

    public static CaseEvent handedOver(Outstanding claim, String on) {
        return new CaseEvent.ClaimHandedOver(day(on), claim, day(on));
    }

    public static SentLetter letter() {
        return new SentLetter(LETTER, day("2026-04-15"), sek(60_00), "SE-FEE-1", owed(10_000_00, 0, 60_00));
    }

    public static CaseCommand issue() {
        return issue(terms());
    }

    public static CaseCommand issue(Terms terms) {
        return new CaseCommand.Open(terms.issueDate(), terms, Outstanding.of(terms.gross(), sek(0), sek(0)));
    }

    public static CaseCommand dueDatePasses(String on) {
        return new CaseCommand.NoteDueDatePassed(day(on), principal(10_000_00));
    }

    public static CaseCommand ledgerTells(Outstanding owed, String on) {
        return new CaseCommand.NoteStanding(day(on), owed, null);
    }

    public static CaseCommand ledgerBooksInterest(Outstanding owed, String through) {
        return new CaseCommand.NoteStanding(day(through), owed, day(through));
    }

    public static CaseCommand ledgerCorrects(Outstanding owed, String on) {
        return new CaseCommand.NoteCorrection(day(on), owed, null);
    }

    /** The ledger withdraws interest; what is left reaches through a day. */
    public static CaseCommand ledgerWithdrawsInterest(Outstanding owed, String on, String through) {
        return new CaseCommand.NoteCorrection(day(on), owed, day(through));
    }

    /** Known on a day: money that had been told came off the invoice again. */
    public static CaseCommand takenBack(Outstanding owed, String on) {
        return new CaseCommand.NotePaymentTakenBack(day(on), owed);
    }

    public static CaseCommand settles(String on) {
        return new CaseCommand.NoteSettled(day(on), principal(0));
    }

    public static CaseCommand look(String on) {
        return look(on, POLICY);
    }

    public static CaseCommand look(String on, Policy policy) {
        return new CaseCommand.Look(day(on), policy, LAW);
    }

    public static CaseCommand receipt(int step, String on) {
        return new CaseCommand.Receipt(day(on), step, letter());
    }

    public static CaseCommand undeliverable(int step, String on) {
        return new CaseCommand.Undeliverable(day(on), step, "no-email");
    }

    public static CaseCommand newAddress(String on) {
        return new CaseCommand.NoteNewAddress(day(on));
    }
}
