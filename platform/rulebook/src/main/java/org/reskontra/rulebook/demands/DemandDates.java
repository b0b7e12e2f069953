package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ConductFacts;
import org.reskontra.rulebook.Document;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/**
 * The waits between a due date, reminders and demands (in Finland: Act 513/1999 ss. 5, 7 and 10 b). Calendar days: they
 * do not move over weekends, which would only lengthen the creditor's wait.
 */
public final class DemandDates {

    private DemandDates() {}

    /**
     * The first day to send it.
     *
     * @param asOf the day whose law is asked: the day of sending where that is known
     */
    public static EarliestDay sending(RulePack pack, Plan plan, LocalDate asOf) {
        var waits = new ArrayList<EarliestDay>();
        waits.add(after(pack, ConductFacts.WAIT_AFTER_DUE, plan.debtor(), asOf, plan.dueDate(), "the due date"));
        var latest = latestSinceDue(plan);
        if (plan.charged()) {
            waits.add(after(
                    pack,
                    ConductFacts.waitWhenCharged(plan.document()),
                    plan.debtor(),
                    asOf,
                    latest.map(SentBefore::on).orElse(plan.dueDate()),
                    latest.isPresent() ? "the latest reminder or demand" : "the due date"));
        }
        if (plan.document() != Document.REMINDER) {
            waits.add(afterReminder(pack, plan, asOf, latest));
        }
        return latestOf(waits);
    }

    /** The earliest day that the document may name as the last day to pay or object; of a tratta, to publish. */
    public static EarliestDay deadline(RulePack pack, Document document, DebtorKind debtor, LocalDate sentOn) {
        return after(pack, ConductFacts.deadline(document), debtor, sentOn, sentOn, "the day of sending");
    }

    private static EarliestDay afterReminder(RulePack pack, Plan plan, LocalDate asOf, Optional<SentBefore> latest) {
        if (latest.isPresent()) {
            return after(
                    pack,
                    ConductFacts.waitAfterReminder(plan.document()),
                    plan.debtor(),
                    asOf,
                    latest.get().on(),
                    "the latest reminder or demand");
        }
        var needed = ConductFacts.reminderNeededFrom(plan.document());
        var senders = pack.on(needed, plan.debtor(), asOf).value();
        if (senders.isEmpty()) {
            return unknown(pack, needed, plan.debtor(), asOf);
        }
        return senders.get().contains(plan.sender())
                ? new EarliestDay.AfterAReminder(
                        rule(pack, needed, plan.debtor()), "the debtor has not been reminded since the due date")
                : after(pack, ConductFacts.WAIT_AFTER_DUE, plan.debtor(), asOf, plan.dueDate(), "the due date");
    }

    private static Optional<SentBefore> latestSinceDue(Plan plan) {
        return plan.before().stream()
                .filter(sent -> sent.on().isAfter(plan.dueDate()))
                .max(Comparator.comparing(SentBefore::on));
    }

    private static EarliestDay latestOf(List<EarliestDay> waits) {
        var known = new ArrayList<EarliestDay.From>();
        for (var wait : waits) {
            switch (wait) {
                case EarliestDay.From from -> known.add(from);
                case EarliestDay.AfterAReminder missing -> {
                    return missing;
                }
                case EarliestDay.NeedsReview unknown -> {
                    return unknown;
                }
            }
        }
        var longest = known.getFirst();
        for (var from : known) {
            longest = from.day().isAfter(longest.day()) ? from : longest;
        }
        var trace = Trace.combined(
                longest.ruleId(),
                longest.trace().source(),
                Step.HIGHEST,
                Counts.DAY,
                known.stream().map(EarliestDay.From::trace).toList());
        return new EarliestDay.From(longest.day(), longest.ruleId(), trace);
    }

    private static EarliestDay after(
            RulePack pack, FactKey<Integer> wait, DebtorKind debtor, LocalDate asOf, LocalDate day, String what) {
        var said = pack.on(wait, debtor, asOf);
        if (said.value().isEmpty()) {
            return unknown(pack, wait, debtor, asOf);
        }
        var rule = rule(pack, wait, debtor);
        var trace = Trace.plusDays(
                rule, said.source(), Trace.take(rule, what, day), said.value().get());
        return new EarliestDay.From(trace.day(), rule, trace);
    }

    private static EarliestDay unknown(RulePack pack, FactKey<?> key, DebtorKind debtor, LocalDate asOf) {
        var source = pack.on(key, debtor, asOf).source();
        return new EarliestDay.NeedsReview(
                rule(pack, key, debtor), key + " is not known for " + asOf + " (" + source + ")");
    }

    private static String rule(RulePack pack, FactKey<?> key, DebtorKind debtor) {
        return pack.timeline(key, debtor).ruleId();
    }
}
