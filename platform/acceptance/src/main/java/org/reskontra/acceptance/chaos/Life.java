package org.reskontra.acceptance.chaos;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reskontra.acceptance.bank.BgMaxFile;
import org.reskontra.acceptance.chaos.FaultPlan.Moment;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.creditor.Creditor.NewInvoice;
import org.reskontra.acceptance.oracle.Fact;
import org.reskontra.acceptance.oracle.Fact.BankFileCame;
import org.reskontra.acceptance.oracle.Fact.CustomerEntered;
import org.reskontra.acceptance.oracle.Fact.InvoiceCredited;
import org.reskontra.acceptance.oracle.Fact.InvoiceIssued;
import org.reskontra.acceptance.oracle.Fact.InvoicePaid;
import org.reskontra.acceptance.oracle.Fact.PaymentReversed;
import org.reskontra.acceptance.oracle.Fact.ReferencePaid;
import org.reskontra.acceptance.oracle.Scenario;
import org.reskontra.acceptance.oracle.Scenario.Day;

/** A scenario told to the platform over REST, with the patience of a good integration, while faults happen. */
final class Life {

    private final Creditor creditor;
    private final Scenario scenario;
    private final FaultPlan plan;
    private final Injector injector;
    private final Map<String, UUID> customers = new HashMap<>();
    private final Map<Integer, UUID> files = new LinkedHashMap<>();

    /** A life of a creditor whose clock shows the scenario's first day. */
    Life(Creditor creditor, Scenario scenario, FaultPlan plan, Injector injector) {
        this.creditor = creditor;
        this.scenario = scenario;
        this.plan = plan;
        this.injector = injector;
    }

    /** Lives through all days; returns when the last one is over, every fault is put right, and all have come to rest. */
    void live() {
        for (int i = 0; i < scenario.days().size(); i++) {
            live(i, scenario.days().get(i));
        }
        injector.awaitEnd();
        creditor.awaitSettled(scenario.lastDay());
    }

    private void live(int index, Day day) {
        if (index > 0) {
            creditor.moveClock(day.date());
        }
        injector.begin(plan.on(index, Moment.IN_THE_WORK));
        tell(day, day.meanwhile());
        creditor.awaitSettled(day.date());
        injector.begin(plan.on(index, Moment.AMONG_FACTS));
        tell(day, day.afterwards());
        creditor.awaitSettled(day.date());
    }

    private void tell(Day day, List<Fact> facts) {
        facts.forEach(fact -> tell(day, fact));
    }

    private void tell(Day day, Fact fact) {
        switch (fact) {
            case CustomerEntered entered -> customers.put(entered.number(), creditor.enterCustomer(entered.number()));
            case InvoiceIssued issued -> issue(day, issued);
            case InvoicePaid paid -> creditor.pay(paid.id(), paid.invoice(), paid.amount(), day.date());
            case ReferencePaid paid -> creditor.payByReference(paid.id(), paid.reference(), paid.amount(), day.date());
            case InvoiceCredited credited -> creditor.credit(credited.invoice(), credited.number(), credited.amount());
            case PaymentReversed taken -> creditor.reverse(taken.payment(), day.date());
            case BankFileCame came -> {
                var file = new BgMaxFile(
                        Creditor.BANKGIRO, day.date(), came.copyOf().orElse(came.number()), came.movements());
                var bytes = came.copyOf().isPresent() ? file.copied() : file.bytes();
                files.put(came.number(), creditor.bookBankFile(bytes));
            }
        }
    }

    private void issue(Day day, InvoiceIssued issued) {
        var customer = customers.get(issued.customer());
        if (customer == null) {
            throw new IllegalStateException("no customer " + issued.customer());
        }
        var invoice = new NewInvoice(issued.id(), issued.number(), customer, day.date(), issued.due(), issued.amount());
        issued.reference()
                .ifPresentOrElse(reference -> creditor.issue(invoice, reference), () -> creditor.issue(invoice));
    }

    /** Ids of the bank's files by their numbers. */
    Map<Integer, UUID> files() {
        return Map.copyOf(files);
    }

    /** Ids of the customers by their numbers. */
    Map<String, UUID> customers() {
        return Map.copyOf(customers);
    }
}
