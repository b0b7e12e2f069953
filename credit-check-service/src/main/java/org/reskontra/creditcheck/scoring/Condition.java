package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/**
 * When a rule applies: all that is named must hold; null names nothing.
 *
 * <p>Every threshold but the two about settled invoices can only be crossed by asking for more, owing more or paying
 * worse. That is why more exposure never gets a better answer.
 *
 * @param utilisationAbove what would be outstanding, over the limit; a limit of nothing is always exceeded
 * @param settledAtLeast how many settled invoices it takes for averages and shares to mean something
 * @param settledBelow true of customers little is known of
 */
public record Condition(
        @Nullable Money amountAbove,
        @Nullable BigDecimal utilisationAbove,
        @Nullable BigDecimal lateShareAbove,
        @Nullable BigDecimal averageDaysLateAbove,
        @Nullable Integer daysOverdueAbove,
        @Nullable Integer atCollectionAtLeast,
        @Nullable Integer settledAtLeast,
        @Nullable Integer settledBelow) {

    void check(String where) {
        if (amountAbove != null && amountAbove.isNegative()) {
            throw new PolicyRefused(where, "amountAbove is negative");
        }
        Thresholds.notNegative(where, "utilisationAbove", utilisationAbove);
        Thresholds.share(where, "lateShareAbove", lateShareAbove);
        Thresholds.notNegative(where, "averageDaysLateAbove", averageDaysLateAbove);
        Thresholds.notNegative(where, "daysOverdueAbove", daysOverdueAbove);
        Thresholds.notNegative(where, "atCollectionAtLeast", atCollectionAtLeast);
        Thresholds.notNegative(where, "settledAtLeast", settledAtLeast);
        Thresholds.notNegative(where, "settledBelow", settledBelow);
        var asked = Stream.<@Nullable Object>of(
                amountAbove,
                utilisationAbove,
                lateShareAbove,
                averageDaysLateAbove,
                daysOverdueAbove,
                atCollectionAtLeast,
                settledAtLeast,
                settledBelow);
        if (asked.noneMatch(Objects::nonNull)) {
            throw new PolicyRefused(where, "applies to everybody: it names no condition");
        }
    }

    boolean holds(CreditRequest request, Money limit) {
        var behaviour = request.behaviour();
        return (amountAbove == null || request.amount().compareTo(amountAbove) > 0)
                && (utilisationAbove == null || exceeds(request, limit, utilisationAbove))
                && (lateShareAbove == null || behaviour.lateShare().compareTo(lateShareAbove) > 0)
                && (averageDaysLateAbove == null || behaviour.averageDaysLate().compareTo(averageDaysLateAbove) > 0)
                && (daysOverdueAbove == null || behaviour.daysOverdue() > daysOverdueAbove)
                && (atCollectionAtLeast == null || behaviour.atCollection() >= atCollectionAtLeast)
                && (settledAtLeast == null || behaviour.settled() >= settledAtLeast)
                && (settledBelow == null || behaviour.settled() < settledBelow);
    }

    private static boolean exceeds(CreditRequest request, Money limit, BigDecimal utilisation) {
        var outstanding = request.exposure().plus(request.amount());
        var allowed = BigDecimal.valueOf(limit.minor()).multiply(utilisation);
        return BigDecimal.valueOf(outstanding.minor()).compareTo(allowed) > 0;
    }
}
