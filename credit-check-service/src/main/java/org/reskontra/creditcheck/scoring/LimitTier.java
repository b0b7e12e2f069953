package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/**
 * How much may be outstanding for customers who have paid well enough; null asks nothing.
 *
 * @param limit not negative
 * @param lateShareAtMost from 0 to 1
 */
public record LimitTier(
        String name,
        Money limit,
        @Nullable Integer settledAtLeast,
        @Nullable BigDecimal lateShareAtMost,
        @Nullable BigDecimal averageDaysLateAtMost) {

    public LimitTier {
        var where = "limit " + name;
        if (limit.isNegative()) {
            throw new PolicyRefused(where, "is negative");
        }
        Thresholds.notNegative(where, "settledAtLeast", settledAtLeast);
        Thresholds.share(where, "lateShareAtMost", lateShareAtMost);
        Thresholds.notNegative(where, "averageDaysLateAtMost", averageDaysLateAtMost);
    }

    boolean isForAll() {
        return settledAtLeast == null && lateShareAtMost == null && averageDaysLateAtMost == null;
    }

    boolean isFor(Behaviour behaviour) {
        return (settledAtLeast == null || behaviour.settled() >= settledAtLeast)
                && (lateShareAtMost == null || behaviour.lateShare().compareTo(lateShareAtMost) <= 0)
                && (averageDaysLateAtMost == null || behaviour.averageDaysLate().compareTo(averageDaysLateAtMost) <= 0);
    }
}
