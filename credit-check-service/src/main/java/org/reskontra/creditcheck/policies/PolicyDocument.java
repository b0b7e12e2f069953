package org.reskontra.creditcheck.policies;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit policy as it is written down. Amounts are in whole units of the currency. */
record PolicyDocument(
        @Nullable String id,
        @Nullable String currency,
        @Nullable Integer validDays,
        @Nullable List<Limit> limits,
        @Nullable List<Rule> rules) {

    record Limit(
            @Nullable String name,
            @Nullable BigDecimal limit,
            @Nullable Integer settledAtLeast,
            @Nullable BigDecimal lateShareAtMost,
            @Nullable BigDecimal averageDaysLateAtMost) {}

    /** @param share a number, or {@code excess}; only with PREPAY */
    record Rule(
            @Nullable String code,
            @Nullable When when,
            @Nullable String answer,
            @Nullable String share) {}

    record When(
            @Nullable BigDecimal amountAbove,
            @Nullable BigDecimal utilisationAbove,
            @Nullable BigDecimal lateShareAbove,
            @Nullable BigDecimal averageDaysLateAbove,
            @Nullable Integer daysOverdueAbove,
            @Nullable Integer atCollectionAtLeast,
            @Nullable Integer settledAtLeast,
            @Nullable Integer settledBelow) {}
}
