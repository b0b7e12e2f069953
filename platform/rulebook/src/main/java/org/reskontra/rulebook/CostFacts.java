package org.reskontra.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.reskontra.contracts.Money;

/** What a pack can say about the costs of collection. */
public final class CostFacts {

    private static final Map<CollectionCost, FactKey<Tiers<Money>>> MAXIMUM =
            each(cost -> FactKey.dated(name(cost) + ".maximum", Unit.AMOUNT_BY_PRINCIPAL));

    private static final Map<CollectionCost, FactKey<Boolean>> MUST_BE_AGREED =
            each(cost -> FactKey.dated(name(cost) + ".must-be-agreed", Unit.YES_OR_NO));

    static final List<FactKey<?>> ALL = all();

    private CostFacts() {}

    /** The most that one measure may cost the debtor. */
    public static FactKey<Tiers<Money>> maximum(CollectionCost cost) {
        return Objects.requireNonNull(MAXIMUM.get(cost));
    }

    /** Whether the debtor must have accepted this cost when the debt arose. */
    public static FactKey<Boolean> mustBeAgreed(CollectionCost cost) {
        return Objects.requireNonNull(MUST_BE_AGREED.get(cost));
    }

    private static List<FactKey<?>> all() {
        var all = new ArrayList<FactKey<?>>();
        all.addAll(MAXIMUM.values());
        all.addAll(MUST_BE_AGREED.values());
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
