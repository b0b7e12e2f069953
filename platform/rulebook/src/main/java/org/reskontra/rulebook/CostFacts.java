package org.reskontra.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.reskontra.contracts.Money;

/**
 * What a pack can say about the costs of collection.
 *
 * <p>A measure without a maximum is unknown: a person must look. Of every other question a pack that does not say has no
 * such rule, unless it is said here; a rule whose value nobody has read is written as unknown.
 */
public final class CostFacts {

    private static final Map<CollectionCost, FactKey<Tiers<Money>>> MAXIMUM =
            each(cost -> FactKey.dated(name(cost) + ".maximum", Unit.AMOUNT_BY_PRINCIPAL));

    private static final Map<CollectionCost, FactKey<Tiers<Money>>> MAXIMUM_ENFORCEABLE =
            each(cost -> FactKey.dated(name(cost) + ".maximum-enforceable", Unit.AMOUNT_BY_PRINCIPAL));

    private static final Map<CollectionCost, FactKey<Tiers<Money>>> LATER_MAXIMUM =
            each(cost -> FactKey.dated(name(cost) + ".later-maximum", Unit.AMOUNT_BY_PRINCIPAL));

    private static final Map<CollectionCost, FactKey<Tiers<Money>>> LATER_MAXIMUM_ENFORCEABLE =
            each(cost -> FactKey.dated(name(cost) + ".later-maximum-enforceable", Unit.AMOUNT_BY_PRINCIPAL));

    private static final Map<CollectionCost, FactKey<Boolean>> MUST_BE_AGREED =
            each(cost -> FactKey.dated(name(cost) + ".must-be-agreed", Unit.YES_OR_NO));

    private static final Map<CollectionCost, FactKey<Boolean>> CHARGEABLE =
            each(cost -> FactKey.dated(name(cost) + ".chargeable", Unit.YES_OR_NO));

    private static final Map<CollectionCost, FactKey<Boolean>> UNDISPUTED_ONLY =
            each(cost -> FactKey.dated(name(cost) + ".undisputed-only", Unit.YES_OR_NO));

    private static final Map<CollectionCost, FactKey<Boolean>> AFTER_REMINDER =
            each(cost -> FactKey.dated(name(cost) + ".after-reminder", Unit.YES_OR_NO));

    private static final Map<CollectionCost, FactKey<Integer>> DAYS_AFTER_DUE =
            each(cost -> FactKey.dated(name(cost) + ".days-after-due", Unit.DAYS));

    private static final Map<CollectionCost, FactKey<Integer>> DAYS_BETWEEN =
            each(cost -> FactKey.dated(name(cost) + ".days-between", Unit.DAYS));

    private static final Map<CollectionCost, FactKey<Tiers<Integer>>> AT_MOST =
            each(cost -> FactKey.dated(name(cost) + ".at-most", Unit.TIMES_BY_PRINCIPAL));

    private static final Map<CollectionCost, FactKey<Tiers<Integer>>> AT_MOST_ENFORCEABLE =
            each(cost -> FactKey.dated(name(cost) + ".at-most-enforceable", Unit.TIMES_BY_PRINCIPAL));

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
        return of(MAXIMUM, cost);
    }

    /** The same for a debt that can be enforced without a judgment; as for others where the pack does not say. */
    public static FactKey<Tiers<Money>> maximumEnforceable(CollectionCost cost) {
        return of(MAXIMUM_ENFORCEABLE, cost);
    }

    /** The most that every such measure after the first may cost; as the first where the pack does not say. */
    public static FactKey<Tiers<Money>> laterMaximum(CollectionCost cost) {
        return of(LATER_MAXIMUM, cost);
    }

    /** The same for a debt that can be enforced without a judgment. */
    public static FactKey<Tiers<Money>> laterMaximumEnforceable(CollectionCost cost) {
        return of(LATER_MAXIMUM_ENFORCEABLE, cost);
    }

    /** Whether the debtor must have accepted this cost when the debt arose; unknown where the pack does not say. */
    public static FactKey<Boolean> mustBeAgreed(CollectionCost cost) {
        return of(MUST_BE_AGREED, cost);
    }

    /** No: the debtor cannot be charged for this measure at all. */
    public static FactKey<Boolean> chargeable(CollectionCost cost) {
        return of(CHARGEABLE, cost);
    }

    /** Yes: not while the debtor disputes the claim. */
    public static FactKey<Boolean> undisputedOnly(CollectionCost cost) {
        return of(UNDISPUTED_ONLY, cost);
    }

    /** Yes: only after a reminder. */
    public static FactKey<Boolean> afterReminder(CollectionCost cost) {
        return of(AFTER_REMINDER, cost);
    }

    /** Days from the due date to the first day on which the measure may be charged for. */
    public static FactKey<Integer> daysAfterDue(CollectionCost cost) {
        return of(DAYS_AFTER_DUE, cost);
    }

    /** Days from the letter before that asked for payment to the first day on which this one may be charged for. */
    public static FactKey<Integer> daysBetween(CollectionCost cost) {
        return of(DAYS_BETWEEN, cost);
    }

    /** How many such measures may be charged for. */
    public static FactKey<Tiers<Integer>> atMost(CollectionCost cost) {
        return of(AT_MOST, cost);
    }

    /** The same for a debt that can be enforced without a judgment; as for others where the pack does not say. */
    public static FactKey<Tiers<Integer>> atMostEnforceable(CollectionCost cost) {
        return of(AT_MOST_ENFORCEABLE, cost);
    }

    private static <T> FactKey<T> of(Map<CollectionCost, FactKey<T>> keys, CollectionCost cost) {
        return Objects.requireNonNull(keys.get(cost));
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
            all.addAll(keys.values());
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

    private static <T> Map<CollectionCost, FactKey<T>> each(Function<CollectionCost, FactKey<T>> key) {
        var keys = new EnumMap<CollectionCost, FactKey<T>>(CollectionCost.class);
        for (var cost : CollectionCost.values()) {
            keys.put(cost, key.apply(cost));
        }
        return keys;
    }

    private static String name(CollectionCost cost) {
        return "collection-costs." + cost.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
