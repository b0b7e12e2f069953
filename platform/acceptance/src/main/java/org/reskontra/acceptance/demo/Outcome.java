package org.reskontra.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.partner.EventAudit;
import org.reskontra.acceptance.partner.Letterbox;
import org.reskontra.acceptance.partner.Listener;
import org.reskontra.acceptance.partner.ReminderAudit;

/**
 * How a creditor's affairs stand.
 *
 * @param accrued by currency code: interest on what is still owed that has run but is not posted
 * @param events how many the partner counted, each once
 */
public record Outcome(Figures figures, Map<String, Long> accrued, int events, List<Proof> proofs) {

    public Outcome {
        accrued = Map.copyOf(accrued);
        proofs = List.copyOf(proofs);
    }

    /** The same with one proof more. */
    public Outcome and(Proof proof) {
        var all = new ArrayList<>(proofs);
        all.add(proof);
        return new Outcome(figures, accrued, events, all);
    }

    /** Whether every proof holds. */
    public boolean holds() {
        return proofs.stream().allMatch(Proof::holds);
    }

    /** Everything that speaks against the proofs, in words. */
    public List<String> faults() {
        return proofs.stream().flatMap(proof -> proof.faults().stream()).toList();
    }

    /** Still owed on the last day, in minor units: principal, costs and interest, posted or not. */
    public long outstanding(String currency) {
        var sums = figures.amounts().getOrDefault(currency, Figures.Amounts.NONE);
        return sums.owedPrincipal() + sums.owedInterest() + sums.owedCosts() + accrued.getOrDefault(currency, 0L);
    }

    /** Looks at a creditor's books, at its events and at its debtors' mail, all of them at rest. */
    public static Outcome of(Creditor creditor, LocalDate lastDay, Listener listener, Letterbox letterbox) {
        var tenant = creditor.tenant().toString();
        var rest = FiguresFromRest.look(creditor, lastDay);
        var audit = EventAudit.of(listener.heardOf(tenant));
        var mails = letterbox.of(creditor.customerAddresses());
        var proofs = List.of(
                new Proof(
                        "ledgerSumsToZero",
                        "the ledger sums to zero",
                        "trial balance of " + lastDay,
                        imbalances(rest.trialBalance())),
                new Proof(
                        "remindersOncePerStep",
                        "each reminder step was sent at most once",
                        mails.size() + " letters beside the events",
                        ReminderAudit.faults(audit.once(), mails)),
                new Proof(
                        "eventsOnceAndInOrder",
                        "every event once, in order, without gaps",
                        audit.once().size() + " events, " + audit.redelivered() + " redeliveries dropped",
                        audit.faults()),
                new Proof(
                        "nothingRefused",
                        "no service gave up on an event",
                        "dead-letter topics",
                        listener.deadLettersOf(tenant)),
                new Proof(
                        "figuresAgree",
                        "the figures looked up agree with those counted from the events",
                        "REST beside Kafka",
                        rest.figures()
                                .differences(
                                        "in the services", FiguresFromEvents.count(audit.once()), "by the events")));
        return new Outcome(rest.figures(), rest.accrued(), audit.once().size(), proofs);
    }

    private static List<String> imbalances(JsonNode trialBalance) {
        var faults = new ArrayList<String>();
        StreamSupport.stream(trialBalance.get("sums").spliterator(), false)
                .map(sum -> Creditor.money(sum.get("difference")))
                .filter(difference -> !difference.isZero())
                .forEach(difference -> faults.add("debits and credits differ by " + difference));
        return faults;
    }
}
