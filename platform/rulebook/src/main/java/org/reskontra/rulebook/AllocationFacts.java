package org.reskontra.rulebook;

import java.util.List;

/** What a pack can say about what a payment covers. */
public final class AllocationFacts {

    /** Which part of a claim a payment covers first, unless the debtor has said. */
    public static final FactKey<List<ClaimPart>> ORDER =
            FactKey.always("allocation.order", Unit.listOf("order", ClaimPart.class));

    static final List<FactKey<?>> ALL = List.of(ORDER);

    private AllocationFacts() {}
}
