package org.reskontra.rulebook;

import java.util.List;

/** What a pack can say about how a creditor may press for payment. */
public final class ConductFacts {

    /** Shortest time to pay or object, counted from the day the demand is sent. */
    public static final FactKey<Integer> DEMAND_DEADLINE =
            FactKey.dated("collection-conduct.demand-deadline", Unit.DAYS);

    static final List<FactKey<?>> ALL = List.of(DEMAND_DEADLINE);

    private ConductFacts() {}
}
