package org.reskontra.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** What a pack can say about what a payment covers. */
public final class AllocationFacts {

    private static final Unit<List<ClaimPart>> ALL_PARTS = new Unit<>(
            _ -> "order",
            (entry, key, _) -> allParts(entry, key),
            parts -> parts.stream().map(ClaimPart::name).collect(Collectors.joining(", ")));

    /** Which part of a claim a payment covers first, unless the debtor has said. */
    public static final FactKey<List<ClaimPart>> ORDER = FactKey.always("allocation.order", ALL_PARTS);

    /** Which of several claims it covers first, unless the debtor has said. */
    public static final FactKey<ClaimOrder> CLAIM_ORDER =
            FactKey.always("allocation.claim-order", Unit.oneOf("order of claims", ClaimOrder.class));

    /** What the debtor can name, to the creditor's effect, no later than when paying. */
    public static final FactKey<List<Nameable>> DEBTOR_MAY_NAME =
            FactKey.always("allocation.debtor-may-name", Unit.listOf("what can be named", Nameable.class));

    static final List<FactKey<?>> ALL = List.of(ORDER, CLAIM_ORDER, DEBTOR_MAY_NAME);

    private AllocationFacts() {}

    private static List<ClaimPart> allParts(YamlSection entry, String key) {
        var parts = List.copyOf(entry.namesOf(key, ClaimPart.class));
        if (parts.size() < ClaimPart.values().length) {
            throw entry.refused(key, "must name every part of a claim, or one would never be paid: " + parts);
        }
        return parts;
    }
}
