package org.reskontra.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Money;

/**
 * What a pack can say about the costs of collection.
 *
 * <p>A measure without a maximum is unknown: a person must look. Of every other question a pack that does not say has no
 * such rule, unless it is said here; a rule whose value nobody has read is written as unknown.
 */
public final class CostFacts {

    private static final FactKeys<CollectionCost, Tiers<Money>> MAXIMUM = each("maximum", Unit.AMOUNT_BY_PRINCIPAL);

    private static final FactKeys<CollectionCost, Tiers<Money>> MAXIMUM_ENFORCEABLE =
            each("maximum-enforceable", Unit.AMOUNT_BY_PRINCIPAL);

    private static final FactKeys<CollectionCost, Tiers<Money>> LATER_MAXIMUM =
            each("later-maximum", Unit.AMOUNT_BY_PRINCIPAL);

    private static final FactKeys<CollectionCost, Tiers<Money>> LATER_MAXIMUM_ENFORCEABLE =
            each("later-maximum-enforceable", Unit.AMOUNT_BY_PRINCIPAL);

    private static final FactKeys<CollectionCost, Boolean> MUST_BE_AGREED = each("must-be-agreed", Unit.YES_OR_NO);

    private static final FactKeys<CollectionCost, Boolean> CHARGEABLE = each("chargeable", Unit.YES_OR_NO);

    private static final FactKeys<CollectionCost, Boolean> UNDISPUTED_ONLY = each("undisputed-only", Unit.YES_OR_NO);

    private static final FactKeys<CollectionCost, Boolean> AFTER_REMINDER = each("after-reminder", Unit.YES_OR_NO);

    private static final FactKeys<CollectionCost, Integer> DAYS_AFTER_DUE = each("days-after-due", Unit.DAYS);

    private static final FactKeys<CollectionCost, Integer> DAYS_BETWEEN = each("days-between", Unit.DAYS);

    private static final FactKeys<CollectionCost, Tiers<Integer>> AT_MOST = each("at-most", Unit.TIMES_BY_PRINCIPAL);

    private static final FactKeys<CollectionCost, Tiers<Integer>> AT_MOST_ENFORCEABLE =
            each("at-most-enforceable", Unit.TIMES_BY_PRINCIPAL);

    /** A plan of no more instalments than this is a short one. */
    public static final FactKey<Integer> SHORT_PLAN =
            FactKey.dated("collection-costs.instalment-plan.short-plan", Unit.TIMES);

    /** The most that a short plan may cost. */
    public static final FactKey<Tiers<Money>> SHORT_PLAN_MAXIMUM =
            FactKey.dated("collection-costs.instalment-plan.short-plan-maximum", Unit.AMOUNT_BY_PRINCIPAL);

    /** An extension must put payment off by at least this. */
    public static final FactKey<Integer> SHORTEST_EXTENSION =
            FactKey.dated("collection-costs.extension.shortest", Unit.DAYS);

    /** The most that all measures together may cost for one debt. */
    public static final FactKey<Tiers<Money>> TOTAL_MAXIMUM =
            FactKey.dated("collection-costs.total.maximum", Unit.AMOUNT_BY_PRINCIPAL);

    /** The same for a debt that can be enforced without a judgment; as for others where the pack does not say. */
    public static final FactKey<Tiers<Money>> TOTAL_MAXIMUM_ENFORCEABLE =
            FactKey.dated("collection-costs.total.maximum-enforceable", Unit.AMOUNT_BY_PRINCIPAL);

    /** The fixed compensation for paying late, whatever collection has cost. */
    public static final FactKey<Money> COMPENSATION =
            FactKey.dated("collection-costs.compensation.amount", Unit.AMOUNT);

    /** Whether the compensation can be claimed; unknown where the pack does not say. */
    public static final FactKey<Boolean> COMPENSATION_CHARGEABLE =
            FactKey.dated("collection-costs.compensation.chargeable", Unit.YES_OR_NO);

    /** Yes: costs are payable only above the compensation. Unknown where the pack does not say. */
    public static final FactKey<Boolean> COMPENSATION_ABSORBS =
            FactKey.dated("collection-costs.compensation.absorbs-costs", Unit.YES_OR_NO);

    static final List<FactKey<?>> ALL = all();

    private CostFacts() {}

    /** The most that one measure may cost the debtor. */
    public static FactKey<Tiers<Money>> maximum(CollectionCost cost) {
        return MAXIMUM.of(cost);
    }

    /** The same for a debt that can be enforced without a judgment; as for others where the pack does not say. */
    public static FactKey<Tiers<Money>> maximumEnforceable(CollectionCost cost) {
        return MAXIMUM_ENFORCEABLE.of(cost);
    }

    /** The most that every such measure after the first may cost; as the first where the pack does not say. */
    public static FactKey<Tiers<Money>> laterMaximum(CollectionCost cost) {
        return LATER_MAXIMUM.of(cost);
    }

    /** The same for a debt that can be enforced without a judgment. */
    public static FactKey<Tiers<Money>> laterMaximumEnforceable(CollectionCost cost) {
        return LATER_MAXIMUM_ENFORCEABLE.of(cost);
    }

    /** Whether the debtor must have accepted this cost when the debt arose; unknown where the pack does not say. */
    public static FactKey<Boolean> mustBeAgreed(CollectionCost cost) {
        return MUST_BE_AGREED.of(cost);
    }

    /** No: the debtor cannot be charged for this measure at all. */
    public static FactKey<Boolean> chargeable(CollectionCost cost) {
        return CHARGEABLE.of(cost);
    }

    /** Yes: not while the debtor disputes the claim. */
    public static FactKey<Boolean> undisputedOnly(CollectionCost cost) {
        return UNDISPUTED_ONLY.of(cost);
    }

    /** Yes: only after a reminder. */
    public static FactKey<Boolean> afterReminder(CollectionCost cost) {
        return AFTER_REMINDER.of(cost);
    }

    /** Days from the due date to the first day on which the measure may be charged for. */
    public static FactKey<Integer> daysAfterDue(CollectionCost cost) {
        return DAYS_AFTER_DUE.of(cost);
    }

    /** Days from the letter before that asked for payment to the first day on which this one may be charged for. */
    public static FactKey<Integer> daysBetween(CollectionCost cost) {
        return DAYS_BETWEEN.of(cost);
    }

    /** How many such measures may be charged for. */
    public static FactKey<Tiers<Integer>> atMost(CollectionCost cost) {
        return AT_MOST.of(cost);
    }

    /** The same for a debt that can be enforced without a judgment; as for others where the pack does not say. */
    public static FactKey<Tiers<Integer>> atMostEnforceable(CollectionCost cost) {
        return AT_MOST_ENFORCEABLE.of(cost);
    }

    private static List<FactKey<?>> all() {
        var all = new ArrayList<FactKey<?>>();
        for (var keys : List.of(
                MAXIMUM,
                MAXIMUM_ENFORCEABLE,
                LATER_MAXIMUM,
                LATER_MAXIMUM_ENFORCEABLE,
                MUST_BE_AGREED,
                CHARGEABLE,
                UNDISPUTED_ONLY,
                AFTER_REMINDER,
                DAYS_AFTER_DUE,
                DAYS_BETWEEN,
                AT_MOST,
                AT_MOST_ENFORCEABLE)) {
            all.addAll(keys.all());
        }
        all.addAll(List.of(
                SHORT_PLAN,
                SHORT_PLAN_MAXIMUM,
                SHORTEST_EXTENSION,
                TOTAL_MAXIMUM,
                TOTAL_MAXIMUM_ENFORCEABLE,
                COMPENSATION,
                COMPENSATION_CHARGEABLE,
                COMPENSATION_ABSORBS));
        return List.copyOf(all);
    }

    private static <T> FactKeys<CollectionCost, T> each(String question, Unit<T> unit) {
        return new FactKeys<>("collection-costs", CollectionCost.class, question, unit);
    }
}
