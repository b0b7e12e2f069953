package org.reskontra.rulebook.costs;

import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CostRules;
import org.reskontra.rulebook.Period;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Tiers;
import org.reskontra.rulebook.Timeline;

/** What a pack says of one debt; null stands for what nobody has read. */
final class CostLaw {

    private final RulePack pack;
    private final LateDebt debt;
    private final CostRules rules;
    private final boolean foreign;

    CostLaw(RulePack pack, LateDebt debt) {
        this.pack = pack;
        this.debt = debt;
        this.rules = pack.costs(debt.debtor());
        this.foreign = !debt.principal().currency().equals(pack.currency());
    }

    CostRules rules() {
        return rules;
    }

    String packId() {
        return pack.id();
    }

    /** Whether the limits are set in another currency than the debt's: then no amount is known. */
    boolean foreign() {
        return foreign;
    }

    /** Whether the pack speaks of it at all. */
    static boolean said(Timeline<?> rule) {
        return !rule.periods().isEmpty();
    }

    static <T> @Nullable T value(@Nullable Period<T> period) {
        return period == null ? null : period.value().orElse(null);
    }

    /** The value for the principal of this debt. */
    <T> @Nullable T ofPrincipal(@Nullable Period<Tiers<T>> period) {
        var tiers = value(period);
        return tiers == null || foreign
                ? null
                : tiers.of(debt.principal()).value().orElse(null);
    }

    /** The first where the debt can be enforced without a judgment and the pack speaks of that, else the other. */
    <T> Timeline<T> enforceable(Timeline<T> enforceable, Timeline<T> other) {
        return debt.directlyEnforceable() && said(enforceable) ? enforceable : other;
    }

    /** The decision that a person must look. */
    CostDecision.Uncharged unknown(CostStep step, Timeline<?> rule, @Nullable Period<?> period) {
        var source = period == null
                ? "the pack does not say"
                : foreign ? "the limits are set in " + pack.currency() : period.source();
        return refused(step, CostReason.UNKNOWN, rule.ruleId(), source);
    }

    CostDecision.Uncharged refused(CostStep step, CostReason reason, String ruleId, String source) {
        return new CostDecision.Uncharged(step, nothing(), reason, ruleId, source, null);
    }

    Money nothing() {
        return Money.zero(debt.principal().currency());
    }
}
