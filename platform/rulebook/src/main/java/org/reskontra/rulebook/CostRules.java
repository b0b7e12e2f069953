package org.reskontra.rulebook;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;

/**
 * The rules on the costs of collection for one kind of debtor, as {@link CostFacts} names them. A timeline without
 * periods is a question that the pack does not speak of.
 *
 * @param measures those of every kind of measure
 */
public record CostRules(
        Map<CollectionCost, Measure> measures,
        Timeline<Integer> shortPlan,
        Timeline<Tiers<Money>> shortPlanMaximum,
        Timeline<Integer> shortestExtension,
        Timeline<Tiers<Money>> totalMaximum,
        Timeline<Tiers<Money>> totalMaximumEnforceable,
        Timeline<Money> compensation,
        Timeline<Boolean> compensationChargeable,
        Timeline<Boolean> compensationAbsorbs) {

    public CostRules {
        measures = Collections.unmodifiableMap(new EnumMap<>(measures));
    }

    /** The rules on one kind of measure. */
    public record Measure(
            Timeline<Tiers<Money>> maximum,
            Timeline<Tiers<Money>> maximumEnforceable,
            Timeline<Tiers<Money>> laterMaximum,
            Timeline<Tiers<Money>> laterMaximumEnforceable,
            Timeline<Boolean> mustBeAgreed,
            Timeline<Boolean> chargeable,
            Timeline<Boolean> undisputedOnly,
            Timeline<Boolean> afterReminder,
            Timeline<Integer> daysAfterDue,
            Timeline<Integer> daysBetween,
            Timeline<Tiers<Integer>> atMost,
            Timeline<Tiers<Integer>> atMostEnforceable) {

        private static Measure of(RulePack pack, DebtorKind debtor, CollectionCost cost) {
            return new Measure(
                    pack.timeline(CostFacts.maximum(cost), debtor),
                    pack.timeline(CostFacts.maximumEnforceable(cost), debtor),
                    pack.timeline(CostFacts.laterMaximum(cost), debtor),
                    pack.timeline(CostFacts.laterMaximumEnforceable(cost), debtor),
                    pack.timeline(CostFacts.mustBeAgreed(cost), debtor),
                    pack.timeline(CostFacts.chargeable(cost), debtor),
                    pack.timeline(CostFacts.undisputedOnly(cost), debtor),
                    pack.timeline(CostFacts.afterReminder(cost), debtor),
                    pack.timeline(CostFacts.daysAfterDue(cost), debtor),
                    pack.timeline(CostFacts.daysBetween(cost), debtor),
                    pack.timeline(CostFacts.atMost(cost), debtor),
                    pack.timeline(CostFacts.atMostEnforceable(cost), debtor));
        }
    }

    /** The rules on that kind of measure. */
    public Measure of(CollectionCost cost) {
        return Objects.requireNonNull(measures.get(cost));
    }

    static CostRules of(RulePack pack, DebtorKind debtor) {
        var measures = new EnumMap<CollectionCost, Measure>(CollectionCost.class);
        for (var cost : CollectionCost.values()) {
            measures.put(cost, Measure.of(pack, debtor, cost));
        }
        return new CostRules(
                measures,
                pack.timeline(CostFacts.SHORT_PLAN, debtor),
                pack.timeline(CostFacts.SHORT_PLAN_MAXIMUM, debtor),
                pack.timeline(CostFacts.SHORTEST_EXTENSION, debtor),
                pack.timeline(CostFacts.TOTAL_MAXIMUM, debtor),
                pack.timeline(CostFacts.TOTAL_MAXIMUM_ENFORCEABLE, debtor),
                pack.timeline(CostFacts.COMPENSATION, debtor),
                pack.timeline(CostFacts.COMPENSATION_CHARGEABLE, debtor),
                pack.timeline(CostFacts.COMPENSATION_ABSORBS, debtor));
    }
}
