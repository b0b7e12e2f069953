package org.reskontra.rulebook.costs;

import static org.reskontra.rulebook.costs.CostLaw.said;
import static org.reskontra.rulebook.costs.CostLaw.value;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.CostRules.Measure;
import org.reskontra.rulebook.Timeline;
import org.reskontra.rulebook.costs.CostDecision.Uncharged;

/** Why a measure may not be charged for at all, whatever the amount. */
final class CostRefusals {

    private static final List<Gate> GATES = List.of(
            CostRefusals::chargeable,
            CostRefusals::undisputed,
            CostRefusals::agreed,
            CostRefusals::late,
            CostRefusals::afterReminder,
            CostRefusals::longAfterDue,
            CostRefusals::longAfterTheLetterBefore,
            CostRefusals::longEnough,
            CostRefusals::knownShortOrLong,
            CostRefusals::seldomEnough);

    /** Null where the rule has nothing against the measure. */
    @FunctionalInterface
    private interface Gate {
        @Nullable
        Uncharged check(CostRefusals refusals, CostStep step, Measure rules);
    }

    private final CostLaw law;
    private final LateDebt debt;
    private final CostHistory before;

    CostRefusals(CostLaw law, LateDebt debt, CostHistory before) {
        this.law = law;
        this.debt = debt;
        this.before = before;
    }

    /** The first rule against the measure, else the first that nobody has read, else null. */
    @Nullable
    Uncharged of(CostStep step, Measure measure) {
        Uncharged unknown = null;
        for (int i = 0; i < GATES.size(); i++) {
            var against = GATES.get(i).check(this, step, measure);
            if (against != null && against.reason() != CostReason.UNKNOWN) {
                return against; // sure, whatever else is unknown
            }
            unknown = unknown == null ? against : unknown;
        }
        return unknown;
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
                : law.unknown(step, measure.mustBeAgreed(), null);
    }

    private @Nullable Uncharged late(CostStep step, Measure measure) {
        return step.cost().asksForPayment() && !step.on().isAfter(debt.due())
                ? law.refused(step, CostReason.NOT_LATE_YET, measure.maximum().ruleId(), "due on " + debt.due())
                : null;
    }

    private @Nullable Uncharged afterReminder(CostStep step, Measure measure) {
        return before.reminded() ? null : unless(step, measure.afterReminder(), false, CostReason.NO_REMINDER_BEFORE);
    }

    private @Nullable Uncharged longAfterDue(CostStep step, Measure measure) {
        return notBefore(step, measure.daysAfterDue(), debt.due());
    }

    private @Nullable Uncharged longAfterTheLetterBefore(CostStep step, Measure measure) {
        return notBefore(step, measure.daysBetween(), before.letterBefore());
    }

    private @Nullable Uncharged longEnough(CostStep step, Measure measure) {
        var rule = law.rules().shortestExtension();
        if (step.cost() != CollectionCost.EXTENSION || !said(rule)) {
            return null;
        }
        var period = rule.holding(step.on());
        var shortest = value(period);
        if (period == null || shortest == null) {
            return law.unknown(step, rule, period);
        }
        return step.extensionDays() < shortest
                ? law.refused(step, CostReason.EXTENSION_TOO_SHORT, rule.ruleId(), period.source())
                : null;
    }

    private @Nullable Uncharged knownShortOrLong(CostStep step, Measure measure) {
        var rule = law.rules().shortPlan();
        if (step.cost() != CollectionCost.INSTALMENT_PLAN || !said(rule)) {
            return null;
        }
        var period = rule.holding(step.on());
        return value(period) == null ? law.unknown(step, rule, period) : null;
    }

    private @Nullable Uncharged seldomEnough(CostStep step, Measure measure) {
        var rule = law.enforceable(measure.atMostEnforceable(), measure.atMost());
        if (!said(rule)) {
            return null;
        }
        var period = rule.holding(step.on());
        var most = law.ofPrincipal(period);
        if (period == null || most == null) {
            return law.unknown(step, rule, period);
        }
        return before.timesCharged(step.cost()) >= most
                ? law.refused(step, CostReason.TOO_OFTEN, rule.ruleId(), period.source())
                : null;
    }

    private @Nullable Uncharged notBefore(CostStep step, Timeline<Integer> rule, @Nullable LocalDate since) {
        if (since == null || !said(rule)) {
            return null;
        }
        var period = rule.holding(step.on());
        var days = value(period);
        if (period == null || days == null) {
            return law.unknown(step, rule, period);
        }
        var first = since.plusDays(days);
        return step.on().isBefore(first)
                ? new Uncharged(step, law.nothing(), CostReason.TOO_EARLY, rule.ruleId(), period.source(), first)
                : null;
    }

    /** Refused where the rule holds and does not say what would let the measure pass. */
    private @Nullable Uncharged unless(CostStep step, Timeline<Boolean> rule, boolean passes, CostReason reason) {
        if (!said(rule)) {
            return null;
        }
        var period = rule.holding(step.on());
        var says = value(period);
        if (period == null || says == null) {
            return law.unknown(step, rule, period);
        }
        return says == passes ? null : law.refused(step, reason, rule.ruleId(), period.source());
    }
}
