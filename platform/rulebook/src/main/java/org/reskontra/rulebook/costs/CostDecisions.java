package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.CostRules;
import org.reskontra.rulebook.CostRules.Measure;
import org.reskontra.rulebook.Period;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Tiers;
import org.reskontra.rulebook.Timeline;
import org.reskontra.rulebook.costs.CostDecision.Charged;
import org.reskontra.rulebook.costs.CostDecision.Limit;
import org.reskontra.rulebook.costs.CostDecision.Uncharged;
import org.reskontra.rulebook.costs.CostResult.Open;

/** The decisions on the measures of one debt, taken one after the other. */
final class CostDecisions {

    private static final String NOT_READ = "the pack does not say";

    private static final List<Gate> GATES = List.of(
            CostDecisions::chargeable,
            CostDecisions::undisputed,
            CostDecisions::agreed,
            CostDecisions::late,
            CostDecisions::afterReminder,
            CostDecisions::longAfterDue,
            CostDecisions::longAfterTheLetterBefore,
            CostDecisions::longEnough,
            CostDecisions::knownShortOrLong,
            CostDecisions::seldomEnough);

    /** Null where the rule has nothing against the measure. */
    @FunctionalInterface
    private interface Gate {
        @Nullable
        Uncharged check(CostDecisions before, CostStep step, Measure rules);
    }

    private final RulePack pack;
    private final CostRules rules;
    private final LateDebt debt;
    private final Money zero;
    private final boolean foreign;
    private final List<CostDecision> decisions;
    private final List<Open> open = new ArrayList<>(0);
    private final EnumSet<CollectionCost> taken = EnumSet.noneOf(CollectionCost.class);
    private final EnumMap<CollectionCost, Integer> charged = new EnumMap<>(CollectionCost.class);
    private Money sum;
    private boolean reminded;
    private @Nullable LocalDate letterBefore;
    private LocalDate today = LocalDate.MIN;

    CostDecisions(RulePack pack, LateDebt debt, int steps) {
        this.pack = pack;
        this.rules = pack.costs(debt.debtor());
        this.debt = debt;
        this.zero = Money.zero(debt.principal().currency());
        this.foreign = !zero.currency().equals(pack.currency());
        this.decisions = new ArrayList<>(steps);
        this.sum = zero;
    }

    void take(CostStep step) {
        requireInOrder(step);
        var decision = decide(step, rules.of(step.cost()));
        decisions.add(decision);
        sum = sum.plus(decision.allowed());
        today = step.on();
        taken.add(step.cost());
        charged.merge(step.cost(), decision.allowed().isPositive() ? 1 : 0, Integer::sum);
        if (step.cost().asksForPayment()) {
            letterBefore = today;
            reminded |= today.isAfter(debt.due()) && reminds(step.cost());
        }
    }

    CostResult result() {
        var compensation = compensation();
        var total = compensation.absorbsCosts()
                ? compensation.amount().max(sum)
                : compensation.amount().plus(sum);
        var statement = new CostStatement(decisions, compensation, sum, total, pack.id());
        return open.isEmpty() ? new CostResult.Decided(statement) : new CostResult.NeedsReview(statement, open);
    }

    private void requireInOrder(CostStep step) {
        if (step.on().isBefore(today)) {
            throw new IllegalArgumentException("a measure of " + step.on() + " comes after one of " + today);
        }
        if (step.wanted() != null && !step.wanted().currency().equals(zero.currency())) {
            throw new IllegalArgumentException("cannot charge " + step.wanted() + " for a debt in " + zero.currency());
        }
    }

    private CostDecision decide(CostStep step, Measure measure) {
        if (step.wanted() != null && step.wanted().isZero()) {
            var maximum = measure.maximum().ruleId();
            return new Uncharged(step, zero, CostReason.NOT_ASKED_FOR, maximum, "the creditor", null);
        }
        Uncharged unknown = null;
        for (int i = 0; i < GATES.size(); i++) {
            var against = GATES.get(i).check(this, step, measure);
            if (against != null && against.reason() != CostReason.UNKNOWN) {
                return against; // whatever else is unknown, this is not
            }
            unknown = unknown == null ? against : unknown;
        }
        var decision = unknown == null ? priced(step, measure) : unknown;
        if (decision.reason() == CostReason.UNKNOWN) {
            ask(
                    decision.ruleId(),
                    "what the law of " + step.on() + " says of " + step.cost() + " is not known (" + decision.source()
                            + ")");
        }
        return decision;
    }

    private CostDecision priced(CostStep step, Measure measure) {
        var limits = maximum(step, measure);
        var period = limits.holding(step.on());
        var most = ofPrincipal(period);
        if (period == null || most == null) {
            return unknown(step, limits, period);
        }
        var maximum = new Limit(limits.ruleId(), period.source(), most);
        var total = total(step.on());
        var wanted = step.wanted() == null ? most : step.wanted();
        var allowed = wanted.min(most);
        if (total != null) {
            allowed = allowed.min(total.amount().minus(sum).max(zero));
        }
        var reason = allowed.equals(wanted) && step.wanted() != null
                ? CostReason.WITHIN_LIMIT
                : allowed.equals(most) ? CostReason.LIMITED : CostReason.LIMITED_BY_TOTAL;
        askForTotal(step.on(), allowed, total);
        return new Charged(step, allowed, reason, maximum, total, sum);
    }

    private Timeline<Tiers<Money>> maximum(CostStep step, Measure measure) {
        boolean later = taken.contains(step.cost());
        if (debt.directlyEnforceable()) {
            if (later && said(measure.laterMaximumEnforceable())) {
                return measure.laterMaximumEnforceable();
            }
            if (said(measure.maximumEnforceable())) {
                return measure.maximumEnforceable();
            }
        }
        if (step.cost() == CollectionCost.INSTALMENT_PLAN && isShort(step)) {
            return rules.shortPlanMaximum();
        }
        return later && said(measure.laterMaximum()) ? measure.laterMaximum() : measure.maximum();
    }

    private boolean isShort(CostStep plan) {
        var most = value(rules.shortPlan().holding(plan.on()));
        return most != null && plan.instalments() <= most;
    }

    /** What all measures may cost by the law of that day; null where it does not limit that, or is not known. */
    private @Nullable Limit total(LocalDate on) {
        var limits = totals();
        var period = limits.holding(on);
        var most = ofPrincipal(period);
        return period == null || most == null ? null : new Limit(limits.ruleId(), period.source(), most);
    }

    private Timeline<Tiers<Money>> totals() {
        return debt.directlyEnforceable() && said(rules.totalMaximumEnforceable())
                ? rules.totalMaximumEnforceable()
                : rules.totalMaximum();
    }

    private void askForTotal(LocalDate on, Money allowed, @Nullable Limit total) {
        if (total == null && said(totals()) && allowed.isPositive()) {
            ask(
                    totals().ruleId(),
                    "what all measures may cost for a debt of " + debt.principal() + " is not known on " + on);
        }
    }

    private @Nullable Uncharged chargeable(CostStep step, Measure measure) {
        return unless(step, measure.chargeable(), true, CostReason.NOT_CHARGEABLE);
    }

    private @Nullable Uncharged undisputed(CostStep step, Measure measure) {
        return step.disputed() ? unless(step, measure.undisputedOnly(), false, CostReason.DISPUTED) : null;
    }

    private @Nullable Uncharged agreed(CostStep step, Measure measure) {
        if (debt.costsAgreed()) {
            return null;
        }
        return said(measure.mustBeAgreed())
                ? unless(step, measure.mustBeAgreed(), false, CostReason.NOT_AGREED)
                : unknown(step, measure.mustBeAgreed(), null);
    }

    private @Nullable Uncharged late(CostStep step, Measure measure) {
        return step.cost().asksForPayment() && !step.on().isAfter(debt.due())
                ? refused(step, CostReason.NOT_LATE_YET, measure.maximum().ruleId(), "due on " + debt.due())
                : null;
    }

    private @Nullable Uncharged afterReminder(CostStep step, Measure measure) {
        return reminded ? null : unless(step, measure.afterReminder(), false, CostReason.NO_REMINDER_BEFORE);
    }

    private @Nullable Uncharged longAfterDue(CostStep step, Measure measure) {
        return notBefore(step, measure.daysAfterDue(), debt.due());
    }

    private @Nullable Uncharged longAfterTheLetterBefore(CostStep step, Measure measure) {
        return notBefore(step, measure.daysBetween(), letterBefore);
    }

    private @Nullable Uncharged longEnough(CostStep step, Measure measure) {
        if (step.cost() != CollectionCost.EXTENSION || !said(rules.shortestExtension())) {
            return null;
        }
        var period = rules.shortestExtension().holding(step.on());
        var shortest = value(period);
        if (period == null || shortest == null) {
            return unknown(step, rules.shortestExtension(), period);
        }
        return step.extensionDays() < shortest
                ? refused(
                        step,
                        CostReason.EXTENSION_TOO_SHORT,
                        rules.shortestExtension().ruleId(),
                        period.source())
                : null;
    }

    private @Nullable Uncharged knownShortOrLong(CostStep step, Measure measure) {
        if (step.cost() != CollectionCost.INSTALMENT_PLAN || !said(rules.shortPlan())) {
            return null;
        }
        var period = rules.shortPlan().holding(step.on());
        return value(period) == null ? unknown(step, rules.shortPlan(), period) : null;
    }

    private @Nullable Uncharged seldomEnough(CostStep step, Measure measure) {
        var limits = debt.directlyEnforceable() && said(measure.atMostEnforceable())
                ? measure.atMostEnforceable()
                : measure.atMost();
        if (!said(limits)) {
            return null;
        }
        var period = limits.holding(step.on());
        var most = ofPrincipal(period);
        if (period == null || most == null) {
            return unknown(step, limits, period);
        }
        return charged.getOrDefault(step.cost(), 0) >= most
                ? refused(step, CostReason.TOO_OFTEN, limits.ruleId(), period.source())
                : null;
    }

    private @Nullable Uncharged notBefore(CostStep step, Timeline<Integer> rule, @Nullable LocalDate since) {
        if (since == null || !said(rule)) {
            return null;
        }
        var period = rule.holding(step.on());
        var days = value(period);
        if (period == null || days == null) {
            return unknown(step, rule, period);
        }
        var first = since.plusDays(days);
        return step.on().isBefore(first)
                ? new Uncharged(step, zero, CostReason.TOO_EARLY, rule.ruleId(), period.source(), first)
                : null;
    }

    /** Refused where the rule holds and does not say what would let it pass. */
    private @Nullable Uncharged unless(CostStep step, Timeline<Boolean> rule, boolean passes, CostReason reason) {
        if (!said(rule)) {
            return null;
        }
        var period = rule.holding(step.on());
        var says = value(period);
        if (period == null || says == null) {
            return unknown(step, rule, period);
        }
        return says == passes ? null : refused(step, reason, rule.ruleId(), period.source());
    }

    private Uncharged refused(CostStep step, CostReason reason, String ruleId, String source) {
        return new Uncharged(step, zero, reason, ruleId, source, null);
    }

    private Uncharged unknown(CostStep step, Timeline<?> rule, @Nullable Period<?> period) {
        return refused(step, CostReason.UNKNOWN, rule.ruleId(), period == null ? NOT_READ : source(period));
    }

    private Compensation compensation() {
        var amounts = rules.compensation();
        if (!debt.compensationClaimed()) {
            return new Compensation(zero, CostReason.NOT_ASKED_FOR, amounts.ruleId(), "the creditor", true);
        }
        var firstDay = debt.due().plusDays(1);
        var whether = rules.compensationChargeable().holding(firstDay);
        var allowed = value(whether);
        if (whether != null && allowed != null && !allowed) {
            var rule = rules.compensationChargeable().ruleId();
            return new Compensation(zero, CostReason.NOT_CHARGEABLE, rule, whether.source(), true);
        }
        var period = amounts.holding(firstDay);
        var amount = value(period);
        if (allowed == null || period == null || amount == null || foreign) {
            var rule = allowed == null ? rules.compensationChargeable().ruleId() : amounts.ruleId();
            ask(rule, "what the law of " + firstDay + " says of late compensation is not known");
            return new Compensation(zero, CostReason.UNKNOWN, rule, NOT_READ, true);
        }
        boolean absorbs = absorbs(firstDay);
        return new Compensation(amount, CostReason.WITHIN_LIMIT, amounts.ruleId(), period.source(), absorbs);
    }

    /** Assumed where nobody knows: it gives the debtor no more to pay than is sure. */
    private boolean absorbs(LocalDate firstDay) {
        var absorbs = value(rules.compensationAbsorbs().holding(firstDay));
        if (absorbs == null && sum.isPositive()) {
            ask(
                    rules.compensationAbsorbs().ruleId(),
                    "whether costs are payable beside the compensation is not known on " + firstDay);
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

    private String source(Period<?> period) {
        return foreign ? "the limits are set in " + pack.currency() : period.source();
    }

    private <T> @Nullable T ofPrincipal(@Nullable Period<Tiers<T>> period) {
        var tiers = value(period);
        return tiers == null || foreign
                ? null
                : tiers.of(debt.principal()).value().orElse(null);
    }

    private static <T> @Nullable T value(@Nullable Period<T> period) {
        return period == null ? null : period.value().orElse(null);
    }

    private static boolean said(Timeline<?> rule) {
        return !rule.periods().isEmpty();
    }

    private static boolean reminds(CollectionCost cost) {
        return cost == CollectionCost.REMINDER || cost == CollectionCost.OWN_DEMAND;
    }
}
