package org.reskontra.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.reskontra.contracts.Money;

/** What a pack can say about the fees of authorities and courts. */
public final class AuthorityFacts {

    private static final Map<AuthorityFee, FactKey<Money>> AMOUNT =
            each(fee -> FactKey.dated(name(fee) + ".amount", Unit.AMOUNT));

    private static final Map<AuthorityFee, FactKey<Money>> SMALLEST_UNPAID =
            each(fee -> FactKey.dated(name(fee) + ".smallest-unpaid", Unit.AMOUNT));

    static final List<FactKey<?>> ALL = all();

    private AuthorityFacts() {}

    /** The fee. */
    public static FactKey<Money> amount(AuthorityFee fee) {
        return Objects.requireNonNull(AMOUNT.get(fee));
    }

    /** There is no fee while less than this is unpaid; a pack that does not say has no such rule. */
    public static FactKey<Money> smallestUnpaid(AuthorityFee fee) {
        return Objects.requireNonNull(SMALLEST_UNPAID.get(fee));
    }

    private static List<FactKey<?>> all() {
        var all = new ArrayList<FactKey<?>>();
        all.addAll(AMOUNT.values());
        all.addAll(SMALLEST_UNPAID.values());
        return List.copyOf(all);
    }

    private static Map<AuthorityFee, FactKey<Money>> each(Function<AuthorityFee, FactKey<Money>> key) {
        var keys = new EnumMap<AuthorityFee, FactKey<Money>>(AuthorityFee.class);
        for (var fee : AuthorityFee.values()) {
            keys.put(fee, key.apply(fee));
        }
        return keys;
    }

    private static String name(AuthorityFee fee) {
        return "authority-fees." + fee.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
