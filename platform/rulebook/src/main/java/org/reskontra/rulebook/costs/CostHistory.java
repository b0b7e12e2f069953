package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;

/** What was done about a debt so far, as the rules on the next measure ask for it. */
final class CostHistory {

    private final LocalDate due;
    private final EnumSet<CollectionCost> taken = EnumSet.noneOf(CollectionCost.class);
    private final EnumMap<CollectionCost, Integer> charged = new EnumMap<>(CollectionCost.class);
    private Money sum;
    private boolean reminded;
    private @Nullable LocalDate letterBefore;
    private LocalDate today = LocalDate.MIN;

    CostHistory(LateDebt debt) {
        this.due = debt.due();
        this.sum = Money.zero(debt.principal().currency());
    }

    void add(CostStep step, Money allowed) {
        today = step.on();
        sum = sum.plus(allowed);
        taken.add(step.cost());
        if (allowed.isPositive()) {
            charged.merge(step.cost(), 1, Integer::sum);
        }
        if (step.cost().asksForPayment()) {
            letterBefore = today;
            reminded |= reminds(step.cost()) && today.isAfter(due);
        }
    }

    /** {@link IllegalArgumentException} for a measure before the last one, or in another currency than the debt's. */
    void requireFits(CostStep step) {
        if (step.on().isBefore(today)) {
            throw new IllegalArgumentException("a measure of " + step.on() + " comes after one of " + today);
        }
        if (step.wanted() != null && !step.wanted().currency().equals(sum.currency())) {
            throw new IllegalArgumentException("cannot charge " + step.wanted() + " for a debt in " + sum.currency());
        }
    }

    /** What the measures cost. */
    Money sum() {
        return sum;
    }

    boolean taken(CollectionCost cost) {
        return taken.contains(cost);
    }

    int timesCharged(CollectionCost cost) {
        return charged.getOrDefault(cost, 0);
    }

    /** Whether the debtor was reminded since the debt is late. */
    boolean reminded() {
        return reminded;
    }

    /** The day of the last letter that asked for payment. */
    @Nullable
    LocalDate letterBefore() {
        return letterBefore;
    }

    private static boolean reminds(CollectionCost cost) {
        return cost == CollectionCost.REMINDER || cost == CollectionCost.OWN_DEMAND;
    }
}
