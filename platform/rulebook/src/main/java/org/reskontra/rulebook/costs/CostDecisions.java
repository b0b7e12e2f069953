package org.reskontra.rulebook.costs;

import static org.reskontra.rulebook.costs.CostLaw.said;
import static org.reskontra.rulebook.costs.CostLaw.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.CostRules.Measure;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Tiers;
import org.reskontra.rulebook.Timeline;
import org.reskontra.rulebook.costs.CostDecision.Charged;
import org.reskontra.rulebook.costs.CostDecision.Limit;
import org.reskontra.rulebook.costs.CostDecision.Uncharged;
import org.reskontra.rulebook.costs.CostResult.Open;

/** The decisions on the measures of one debt, taken one after the other. */
final class CostDecisions {

    private final CostLaw law;
    private final LateDebt debt;
    private final CostHistory before;
    private final CostRefusals refusals;
    private final Money zero;
    private final List<CostDecision> decisions;
    private final List<Open> open = new ArrayList<>(0);

    CostDecisions(RulePack pack, LateDebt debt, int steps) {
        this.law = new CostLaw(pack, debt);
        this.debt = debt;
        this.before = new CostHistory(debt);
        this.refusals = new CostRefusals(law, debt, before);
        this.zero = law.nothing();
        this.decisions = new ArrayList<>(steps);
    }

    void take(CostStep step) {
        before.requireFits(step);
        var decision = decide(step, law.rules().of(step.cost()));
        decisions.add(decision);
        before.add(step, decision.allowed());
    }

    CostResult result() {
        var costs = before.sum();
        var compensation = compensation();
        var total = compensation.absorbsCosts()
                ? compensation.amount().max(costs)
                : compensation.amount().plus(costs);
        var statement = new CostStatement(decisions, compensation, costs, total, law.packId());
        return open.isEmpty() ? new CostResult.Decided(statement) : new CostResult.NeedsReview(statement, open);
    }

    private CostDecision decide(CostStep step, Measure measure) {
        if (step.wanted() != null && step.wanted().isZero()) {
            return law.refused(step, CostReason.NOT_ASKED_FOR, measure.maximum().ruleId(), "the creditor");
        }
        var refused = refusals.of(step, measure);
        var decision = refused == null ? priced(step, measure) : refused;
        if (decision instanceof Uncharged uncharged && uncharged.reason() == CostReason.UNKNOWN) {
            ask(
                    uncharged.ruleId(),
                    "what the law of " + step.on() + " says of " + step.cost() + " is not known (" + uncharged.source()
                            + ")");
        }
        return decision;
    }

    private CostDecision priced(CostStep step, Measure measure) {
        var limits = maximum(step, measure);
        var period = limits.holding(step.on());
        var most = law.ofPrincipal(period);
        if (period == null || most == null) {
            return law.unknown(step, limits, period);
        }
        var wanted = step.wanted() == null ? most : step.wanted();
        var allowed = wanted.min(most);
        var total = total(step.on());
        if (total != null) {
            allowed = allowed.min(total.amount().minus(before.sum()).max(zero));
        }
        askForTotal(step.on(), allowed, total);
        var maximum = new Limit(limits.ruleId(), period.source(), most);
        return new Charged(step, allowed, reason(step, allowed, most), maximum, total, before.sum());
    }

    private static CostReason reason(CostStep step, Money allowed, Money most) {
        if (allowed.equals(step.wanted())) {
            return CostReason.WITHIN_LIMIT;
        }
        return allowed.equals(most) ? CostReason.LIMITED : CostReason.LIMITED_BY_TOTAL;
    }

    private Timeline<Tiers<Money>> maximum(CostStep step, Measure measure) {
        boolean later = before.taken(step.cost());
        if (debt.directlyEnforceable() && said(measure.maximumEnforceable())) {
            return later && said(measure.laterMaximumEnforceable())
                    ? measure.laterMaximumEnforceable()
                    : measure.maximumEnforceable();
        }
        if (step.cost() == CollectionCost.INSTALMENT_PLAN && isShort(step)) {
            return law.rules().shortPlanMaximum();
        }
        return later && said(measure.laterMaximum()) ? measure.laterMaximum() : measure.maximum();
    }

    private boolean isShort(CostStep plan) {
        var most = value(law.rules().shortPlan().holding(plan.on()));
        return most != null && plan.instalments() <= most;
    }

    /** What all measures may cost by the law of that day; null where it does not limit that, or is not known. */
    private @Nullable Limit total(LocalDate on) {
        var limits = totals();
        var period = limits.holding(on);
        var most = law.ofPrincipal(period);
        return period == null || most == null ? null : new Limit(limits.ruleId(), period.source(), most);
    }

    private Timeline<Tiers<Money>> totals() {
        return law.enforceable(
                law.rules().totalMaximumEnforceable(), law.rules().totalMaximum());
    }

    private void askForTotal(LocalDate on, Money allowed, @Nullable Limit total) {
        if (total == null && said(totals()) && allowed.isPositive()) {
            ask(
                    totals().ruleId(),
                    "what all measures may cost for a debt of " + debt.principal() + " is not known on " + on);
        }
    }

    private Compensation compensation() {
        var amounts = law.rules().compensation();
        if (!debt.compensationClaimed()) {
            return new Compensation(zero, CostReason.NOT_ASKED_FOR, amounts.ruleId(), "the creditor", true);
        }
        var firstDay = debt.due().plusDays(1);
        var chargeable = law.rules().compensationChargeable();
        var whether = chargeable.holding(firstDay);
        var allowed = value(whether);
        if (whether != null && allowed != null && !allowed) {
            return new Compensation(zero, CostReason.NOT_CHARGEABLE, chargeable.ruleId(), whether.source(), true);
        }
        var period = amounts.holding(firstDay);
        var amount = value(period);
        if (allowed == null || period == null || amount == null || law.foreign()) {
            var rule = allowed == null ? chargeable.ruleId() : amounts.ruleId();
            ask(rule, "what the law of " + firstDay + " says of late compensation is not known");
            return new Compensation(zero, CostReason.UNKNOWN, rule, "nothing known", true);
        }
        return new Compensation(amount, CostReason.WITHIN_LIMIT, amounts.ruleId(), period.source(), absorbs(firstDay));
    }

    /** Assumed where nobody knows: the debtor is then told no more than is sure. */
    private boolean absorbs(LocalDate firstDay) {
        var rule = law.rules().compensationAbsorbs();
        var absorbs = value(rule.holding(firstDay));
        if (absorbs == null && before.sum().isPositive()) {
            ask(rule.ruleId(), "whether costs are payable beside the compensation is not known on " + firstDay);
        }
        return absorbs == null || absorbs;
    }

    private void ask(String ruleId, String reason) {
        for (var question : open) {
            if (question.ruleId().equals(ruleId)) {
                return;
            }
        }
        open.add(new Open(ruleId, reason));
    }
}
