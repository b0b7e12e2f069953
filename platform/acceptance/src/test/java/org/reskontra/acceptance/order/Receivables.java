package org.reskontra.acceptance.order;

import static org.reskontra.acceptance.order.Scenario.DUE;
import static org.reskontra.acceptance.order.Scenario.ISSUED;
import static org.reskontra.acceptance.order.Scenario.sek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.invoice.Heard;
import org.reskontra.invoice.Published;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.Claim;
import org.reskontra.invoice.claims.ClaimCommand;
import org.reskontra.invoice.claims.ClaimEvent;
import org.reskontra.invoice.claims.ClaimState;
import org.reskontra.invoice.claims.ClaimTerms;
import org.reskontra.invoice.claims.Claims;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.claims.Receipt;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.Entry;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.invoice.ledger.PostingKind;
import org.reskontra.rulebook.ClaimPart;

/** The core of invoice-service with one invoice of 10 000 kr. What its shell does with a transaction is a field here. */
final class Receivables {

    private static final InvoiceId INVOICE = InvoiceId.of("019a0000-0000-7000-8000-000000000001");
    private static final CustomerId CUSTOMER = CustomerId.of("019a0000-0000-7000-8000-000000000002");
    private static final Money GROSS = sek(10_000_00);

    /** Money that came before its invoice. */
    private record Held(Receipt receipt, Money amount, LocalDate from) {}

    private final List<Held> held = new ArrayList<>();
    private final Map<Account, Long> ledger = new EnumMap<>(Account.class);
    private final Compensations compensations;
    private ClaimState claim = new ClaimState.None();
    private boolean dueDateTold;
    private String settledOn = "";

    Receivables() {
        compensations = new Compensations();
    }

    Receivables(Receivables other) {
        held.addAll(other.held);
        ledger.putAll(other.ledger);
        compensations = other.compensations.copy();
        claim = other.claim;
        dueDateTold = other.dueDateTold;
        settledOn = other.settledOn;
    }

    boolean isIssued() {
        return !(claim instanceof ClaimState.None);
    }

    boolean holdsMoney() {
        return isIssued() && !held.isEmpty();
    }

    boolean isDueDatePassed(LocalDate today) {
        return claim instanceof ClaimState.Open && !dueDateTold && today.isAfter(DUE);
    }

    String state() {
        return claim.getClass().getSimpleName();
    }

    Claim claim() {
        return switch (claim) {
            case ClaimState.None none -> throw new AssertionError("there is no claim: " + none);
            case ClaimState.Open(var known) -> known;
            case ClaimState.InCollection(var known) -> known;
            case ClaimState.Settled(var known, var _) -> known;
        };
    }

    Map<Account, Long> ledger() {
        return ledger;
    }

    /** As last published. */
    String settledOn() {
        return settledOn;
    }

    int corrections() {
        return compensations.made();
    }

    InvoiceEvent issue() {
        var terms = new ClaimTerms(DebtorKind.BUSINESS, DUE, InterestTerms.STATUTORY, true);
        claim = Claims.evolve(claim, new ClaimEvent.Issued(ISSUED, terms, GROSS));
        book(new Posting(
                ISSUED,
                PostingKind.INVOICE_ISSUED,
                List.of(Entry.owed(ClaimPart.PRINCIPAL, GROSS), Entry.credit(Account.SALES_WITHOUT_VAT, GROSS))));
        return new InvoiceEvent.InvoiceIssued(
                INVOICE,
                "1001",
                CUSTOMER,
                Country.SE,
                DebtorKind.BUSINESS,
                GROSS,
                sek(0),
                GROSS,
                ISSUED,
                DUE,
                "1001",
                InterestTerms.STATUTORY,
                true,
                Outstanding.of(GROSS, sek(0), sek(0)));
    }

    /** Books money, or holds it until the invoice is there. */
    List<InvoiceEvent> pay(Receipt receipt, Money amount, LocalDate from) {
        if (isIssued()) {
            return ask(new ClaimCommand.ReceivePayment(notBeforeIssue(from), receipt, amount), MoneyFrom.BANK);
        }
        held.add(new Held(receipt, amount, from));
        book(Bookkeeping.unmatched(from, amount));
        return List.of();
    }

    List<InvoiceEvent> bookHeldMoney() {
        var told = new ArrayList<InvoiceEvent>();
        for (var one : held) {
            told.addAll(ask(
                    new ClaimCommand.ReceivePayment(notBeforeIssue(one.from()), one.receipt(), one.amount()),
                    MoneyFrom.HELD));
        }
        held.clear();
        return told;
    }

    InvoiceEvent tellDueDatePassed() {
        dueDateTold = true;
        return new InvoiceEvent.DueDatePassed(INVOICE, CUSTOMER, DUE, claim().owed());
    }

    List<InvoiceEvent> read(DunningEvent event) {
        return Heard.command(event).map(command -> ask(command, MoneyFrom.BANK)).orElse(List.of());
    }

    private List<InvoiceEvent> ask(ClaimCommand command, MoneyFrom from) {
        return switch (Claims.decide(World.LAW, claim, command)) {
            case Refused(var why) -> throw new AssertionError(command + " is refused: " + why);
            case Accepted(var events) -> {
                compensations.check(command, events);
                var told = Published.from(INVOICE, CUSTOMER, claim, events);
                events.forEach(event -> happened(event, from));
                yield told;
            }
        };
    }

    private void happened(ClaimEvent event, MoneyFrom from) {
        claim = Claims.evolve(claim, event);
        Bookkeeping.of(event, from).ifPresent(this::book);
        if (event instanceof ClaimEvent.SettledInFull settled) {
            settledOn = settled.on().toString();
        }
    }

    private void book(Posting posting) {
        for (var entry : posting.entries()) {
            ledger.merge(entry.account(), entry.amount().minor(), Math::addExact);
        }
    }

    private static LocalDate notBeforeIssue(LocalDate day) {
        return day.isBefore(ISSUED) ? ISSUED : day;
    }
}
