package org.reskontra.acceptance.order;

import static org.reskontra.acceptance.order.Scenario.sek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reskontra.acceptance.order.Scenario.Paid;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.dunning.ladder.CaseCommand;
import org.reskontra.dunning.ladder.CaseEvent.ReminderDecided;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.Ladder;
import org.reskontra.dunning.ladder.Owed;
import org.reskontra.dunning.ladder.Policy;
import org.reskontra.dunning.ladder.PolicyRef;
import org.reskontra.dunning.ladder.SentLetter;
import org.reskontra.dunning.ladder.Terms;
import org.reskontra.invoice.Published;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand;
import org.reskontra.invoice.claims.ClaimEvent;
import org.reskontra.invoice.claims.ClaimState;
import org.reskontra.invoice.claims.ClaimTerms;
import org.reskontra.invoice.claims.Claims;
import org.reskontra.invoice.claims.Decision;
import org.reskontra.invoice.claims.Receipt;
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.Entry;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.invoice.ledger.PostingKind;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/**
 * The cores of invoice-service and dunning-service, and between them two topics that keep their order. What the shells
 * do with a transaction is done here with a field.
 */
final class World {

    static final RulePack LAW = Rulebook.standard().pack(Country.SE);

    private static final InvoiceId INVOICE = InvoiceId.of("019a0000-0000-7000-8000-000000000001");
    private static final CustomerId CUSTOMER = CustomerId.of("019a0000-0000-7000-8000-000000000002");
    private static final LetterId LETTER = LetterId.of("019a0000-0000-7000-8000-000000000003");
    private static final long GROSS = 10_000_00;
    private static final long FEE = 60_00;
    private static final int PAY_WITHIN = 10;
    private static final Policy POLICY = new Policy(
            new PolicyRef("se-standard", 1),
            Country.SE,
            false,
            List.of(new Policy.Reminder(5, sek(FEE), PAY_WITHIN)),
            12);

    /** A letter that left and whose receipt is not stored yet. */
    private record Leaving(int step, LocalDate on, SentLetter letter) {}

    private final Scenario scenario;
    private final List<LocalDate> days;
    private int day;
    private final List<Paid> untold;
    private final List<Paid> held;
    private boolean dueDateTold;

    ClaimState claim = new ClaimState.None();
    CaseState dunning = new CaseState.None();
    final Map<Account, Long> ledger;
    final Compensations compensations;
    private final List<InvoiceEvent> toDunning;
    private final List<DunningEvent> toInvoice;
    private final List<Integer> queued;
    private final List<Leaving> leaving;
    String settledOn = "";

    World(Scenario scenario) {
        this.scenario = scenario;
        days = scenario.days();
        untold = new ArrayList<>(scenario.payments());
        held = new ArrayList<>();
        ledger = new EnumMap<>(Account.class);
        compensations = new Compensations();
        toDunning = new ArrayList<>();
        toInvoice = new ArrayList<>();
        queued = new ArrayList<>();
        leaving = new ArrayList<>();
        if (!scenario.invoiceMayComeLate()) {
            issue();
            dunningReads();
        }
    }

    private World(World other) {
        scenario = other.scenario;
        days = other.days;
        day = other.day;
        untold = new ArrayList<>(other.untold);
        held = new ArrayList<>(other.held);
        dueDateTold = other.dueDateTold;
        claim = other.claim;
        dunning = other.dunning;
        ledger = new EnumMap<>(other.ledger);
        compensations = other.compensations.copy();
        toDunning = new ArrayList<>(other.toDunning);
        toInvoice = new ArrayList<>(other.toInvoice);
        queued = new ArrayList<>(other.queued);
        leaving = new ArrayList<>(other.leaving);
        settledOn = other.settledOn;
    }

    /** Something that can happen next. */
    interface Step {
        void happenTo(World world);
    }

    World after(Step step) {
        var next = new World(this);
        step.happenTo(next);
        return next;
    }

    LocalDate today() {
        return days.get(day);
    }

    /** Whether the last day is over and nothing is left to tell or to read. */
    boolean isOver() {
        return day + 1 == days.size() && untold.isEmpty() && toInvoice.isEmpty() && isDayOver();
    }

    /** Everything that can happen next; nothing when the story is over. */
    List<Step> possible() {
        var steps = new ArrayList<Step>();
        if (claim instanceof ClaimState.None) {
            steps.add(World::issue);
        }
        for (int i = 0; i < untold.size(); i++) {
            int which = i;
            if (!untold.get(i).bookedOn().isAfter(today())) {
                steps.add(world -> world.tell(which));
            }
        }
        if (isMatchable()) {
            steps.add(World::match);
        }
        if (isDueDatePassed()) {
            steps.add(World::sweep);
        }
        if (!toDunning.isEmpty()) {
            steps.add(World::dunningReads);
        }
        if (!toInvoice.isEmpty()) {
            steps.add(World::invoiceReads);
        }
        if (isStepDue()) {
            steps.add(World::look);
        }
        if (canSend()) {
            steps.add(World::send);
        }
        if (!leaving.isEmpty()) {
            steps.add(World::receive);
        }
        if (isDayOver() && day + 1 < days.size()) {
            steps.add(world -> world.day++);
        }
        return steps;
    }

    /** A day ends when its work is done and what was told on it is read; payments may still be told any day later. */
    private boolean isDayOver() {
        boolean read = toDunning.isEmpty() && (toInvoice.isEmpty() || scenario.remindersMayBeReadLate());
        boolean issuedInTime = !(claim instanceof ClaimState.None) || today().isBefore(Scenario.ISSUED.plusDays(2));
        return read
                && issuedInTime
                && !isMatchable()
                && !isDueDatePassed()
                && !isStepDue()
                && !canSend()
                && leaving.isEmpty();
    }

    private boolean isMatchable() {
        return !held.isEmpty() && !(claim instanceof ClaimState.None);
    }

    private boolean isDueDatePassed() {
        return claim instanceof ClaimState.Open && !dueDateTold && today().isAfter(Scenario.DUE);
    }

    private boolean isStepDue() {
        return Ladder.nextStep(dunning, POLICY)
                .filter(next -> !next.on().isAfter(today()))
                .isPresent();
    }

    /** The last look: a letter that is not wanted any more is dropped, one on which nothing is owed waits for news. */
    private boolean canSend() {
        return !queued.isEmpty()
                && (!(dunning instanceof CaseState.LetterPending pending)
                        || pending.file().owesMoney());
    }

    // ---- invoice-service

    private void issue() {
        var terms = new ClaimTerms(DebtorKind.BUSINESS, Scenario.DUE, InterestTerms.STATUTORY, true);
        claim = Claims.evolve(claim, new ClaimEvent.Issued(Scenario.ISSUED, terms, sek(GROSS)));
        book(new Posting(
                Scenario.ISSUED,
                PostingKind.INVOICE_ISSUED,
                List.of(
                        Entry.owed(ClaimPart.PRINCIPAL, sek(GROSS)),
                        Entry.credit(Account.SALES_WITHOUT_VAT, sek(GROSS)))));
        toDunning.add(new InvoiceEvent.InvoiceIssued(
                INVOICE,
                "1001",
                CUSTOMER,
                Country.SE,
                DebtorKind.BUSINESS,
                sek(GROSS),
                sek(0),
                sek(GROSS),
                Scenario.ISSUED,
                Scenario.DUE,
                "1001",
                InterestTerms.STATUTORY,
                true,
                Outstanding.of(sek(GROSS), sek(0), sek(0))));
    }

    private void tell(int which) {
        var paid = untold.remove(which);
        if (claim instanceof ClaimState.None) {
            held.add(paid);
            book(Bookkeeping.unmatched(receipt(paid).countsFrom(), sek(paid.minor())));
        } else {
            ask(command(paid), MoneyFrom.BANK);
        }
    }

    private void match() {
        List.copyOf(held).forEach(paid -> ask(command(paid), MoneyFrom.HELD));
        held.clear();
    }

    private ClaimCommand command(Paid paid) {
        var receipt = receipt(paid);
        var from = scenario.countsWhenTold() ? today() : receipt.countsFrom();
        return new ClaimCommand.ReceivePayment(
                from.isBefore(Scenario.ISSUED) ? Scenario.ISSUED : from, receipt, sek(paid.minor()));
    }

    private Receipt receipt(Paid paid) {
        var id = new UUID(0x7000, scenario.payments().indexOf(paid) + 1L);
        return new Receipt(new PaymentId(id), paid.valueDate(), paid.bookedOn());
    }

    private void sweep() {
        dueDateTold = true;
        toDunning.add(new InvoiceEvent.DueDatePassed(
                INVOICE, CUSTOMER, Scenario.DUE, Standing.claim(claim).owed()));
    }

    private void invoiceReads() {
        switch (toInvoice.removeFirst()) {
            case DunningEvent.ReminderSent e ->
                ask(new ClaimCommand.ChargeReminder(e.step(), e.fee(), e.sentOn()), MoneyFrom.BANK);
            case DunningEvent.HandedToCollection e -> ask(new ClaimCommand.HandOver(e.handedOverOn()), MoneyFrom.BANK);
            case DunningEvent.ReminderUndeliverable _, DunningEvent.DunningStopped _ -> {}
        }
    }

    private void ask(ClaimCommand command, MoneyFrom from) {
        switch (Claims.decide(LAW, claim, command)) {
            case Decision.Refused(var why) -> {
                if (why != Refusal.CLAIM_SETTLED) { // a payment overtook it
                    throw new AssertionError(command + " is refused: " + why);
                }
            }
            case Decision.Accepted(var events) -> {
                compensations.check(command, events);
                toDunning.addAll(Published.from(INVOICE, CUSTOMER, claim, events));
                for (var event : events) {
                    claim = Claims.evolve(claim, event);
                    Bookkeeping.of(event, from).ifPresent(this::book);
                    if (event instanceof ClaimEvent.SettledInFull settled) {
                        settledOn = settled.on().toString();
                    }
                }
            }
        }
    }

    private void book(Posting posting) {
        posting.entries()
                .forEach(entry -> ledger.merge(entry.account(), entry.amount().minor(), Math::addExact));
    }

    // ---- dunning-service

    private void dunningReads() {
        tellCase(
                switch (toDunning.removeFirst()) {
                    case InvoiceEvent.InvoiceIssued e -> new CaseCommand.Open(today(), terms(e), e.outstanding());
                    case InvoiceEvent.DueDatePassed e -> new CaseCommand.NoteDueDatePassed(today(), e.outstanding());
                    case InvoiceEvent.PaymentReceived e ->
                        new CaseCommand.NoteStanding(e.countsFrom(), e.outstanding(), null);
                    case InvoiceEvent.ChargePosted e ->
                        new CaseCommand.NoteStanding(e.on(), e.outstanding(), e.interestThrough());
                    case InvoiceEvent.ChargeWithdrawn e ->
                        new CaseCommand.NoteCorrection(today(), e.outstanding(), e.interestThrough());
                    case InvoiceEvent.PaymentReallocated e ->
                        new CaseCommand.NoteCorrection(today(), e.outstanding(), null);
                    case InvoiceEvent.OverpaymentFound e ->
                        new CaseCommand.NoteStanding(today(), e.outstanding(), null);
                    case InvoiceEvent.InvoiceSettled e -> new CaseCommand.NoteSettled(e.settledOn(), e.outstanding());
                });
    }

    private void look() {
        tellCase(new CaseCommand.Look(today(), POLICY, LAW));
    }

    private void send() {
        int step = queued.removeFirst();
        if (dunning instanceof CaseState.LetterPending pending && pending.step() == step) {
            var asked = Owed.on(today(), pending.file(), LAW).amounts();
            leaving.add(new Leaving(
                    step, today(), new SentLetter(LETTER, today().plusDays(PAY_WITHIN), sek(FEE), "SE-FEE-1", asked)));
        }
    }

    private void receive() {
        var letter = leaving.removeFirst();
        tellCase(new CaseCommand.Receipt(letter.on(), letter.step(), letter.letter()));
    }

    private void tellCase(CaseCommand command) {
        switch (Ladder.decide(dunning, command)) {
            case org.reskontra.dunning.ladder.Decision.Refused(var why) ->
                throw new AssertionError(command + " is refused: " + why);
            case org.reskontra.dunning.ladder.Decision.Accepted(var events) -> {
                for (var event : events) {
                    dunning = Ladder.evolve(dunning, event);
                    var file = ((CaseState.Known) dunning).file();
                    toInvoice.addAll(org.reskontra.dunning.Published.from(file, 1, event));
                    if (event instanceof ReminderDecided decided) {
                        queued.add(decided.step());
                    }
                }
            }
        }
    }

    private static Terms terms(InvoiceEvent.InvoiceIssued e) {
        return new Terms(
                e.invoice(),
                e.customer(),
                e.number(),
                e.country(),
                e.debtorKind(),
                e.gross(),
                e.issueDate(),
                e.dueDate(),
                e.paymentReference(),
                e.interest(),
                e.reminderFeeAgreed(),
                POLICY.ref(),
                LAW.id());
    }
}
