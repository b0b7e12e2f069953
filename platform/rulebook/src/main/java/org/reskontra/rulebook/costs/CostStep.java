package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;

/**
 * One measure of collection, taken or planned. That a plan is written and covers the whole debt, that a demand has the form
 * the law asks for, and that the measure is called for at all are not decided here.
 *
 * @param on the day it is taken: the law of that day applies
 * @param wanted what the creditor would charge, not negative; null for the most that is allowed
 * @param instalments of an instalment plan, at least 1; else 0
 * @param extensionDays how long an extension puts payment off, at least 1; else 0
 * @param disputed whether the debtor disputes the claim on that day
 */
public record CostStep(
        CollectionCost cost,
        LocalDate on,
        @Nullable Money wanted,
        int instalments,
        int extensionDays,
        boolean disputed) {

    public CostStep {
        if (wanted != null && wanted.isNegative()) {
            throw new IllegalArgumentException("a charge cannot be negative: " + wanted);
        }
        requirePositiveOnlyOf(cost == CollectionCost.INSTALMENT_PLAN, instalments, "instalments");
        requirePositiveOnlyOf(cost == CollectionCost.EXTENSION, extensionDays, "days of extension");
    }

    /** A letter, or handing the claim over, at the most that is allowed. */
    public static CostStep of(CollectionCost cost, LocalDate on) {
        return new CostStep(cost, on, null, 0, 0, false);
    }

    public static CostStep plan(LocalDate on, int instalments) {
        return new CostStep(CollectionCost.INSTALMENT_PLAN, on, null, instalments, 0, false);
    }

    public static CostStep extension(LocalDate on, int days) {
        return new CostStep(CollectionCost.EXTENSION, on, null, 0, days, false);
    }

    /** The same for no more than that. */
    public CostStep at(Money most) {
        return new CostStep(cost, on, most, instalments, extensionDays, disputed);
    }

    /** The same while the debtor disputes the claim. */
    public CostStep whileDisputed() {
        return new CostStep(cost, on, wanted, instalments, extensionDays, true);
    }

    private static void requirePositiveOnlyOf(boolean belongs, int count, String what) {
        if (belongs ? count < 1 : count != 0) {
            throw new IllegalArgumentException("there cannot be " + count + " " + what);
        }
    }
}
