package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;

/**
 * What late interest is asked on.
 *
 * @param principal owed before any of the changes; not negative
 * @param accrueAfter interest runs on the days after this one: the due date (Interest Act s. 3), the start that
 *     {@link InterestStart} found (s. 4), or the last day for which interest was already posted
 * @param until the last day that bears interest, inclusive: the booking date of the payment. On or before
 *     {@code accrueAfter}: no interest
 * @param changes in any order; those of one day are added together. A change on or before {@code accrueAfter} counts
 *     from the first day. They must never leave a negative principal
 * @param contractRate yearly rate agreed beforehand as a fraction (0.115 is 11.5 %), 0 to 10; null: the statutory rate
 */
public record InterestClaim(
        DebtorKind debtor,
        Money principal,
        LocalDate accrueAfter,
        LocalDate until,
        List<PrincipalChange> changes,
        @Nullable BigDecimal contractRate) {

    private static final BigDecimal HIGHEST_RATE = BigDecimal.TEN;

    /**
     * Checks what a caller must not get wrong.
     *
     * @throws IllegalArgumentException for a negative principal, a rate outside its range or a second currency
     */
    public InterestClaim {
        changes = List.copyOf(changes);
        if (principal.isNegative()) {
            throw new IllegalArgumentException("the principal is negative: " + principal);
        }
        if (contractRate != null && (contractRate.signum() < 0 || contractRate.compareTo(HIGHEST_RATE) > 0)) {
            throw new IllegalArgumentException("a contract rate is a fraction from 0 to 10, not " + contractRate);
        }
        for (var change : changes) {
            if (!change.amount().currency().equals(principal.currency())) {
                throw new IllegalArgumentException(
                        "a change in " + change.amount().currency() + " on a claim in " + principal.currency());
            }
        }
    }
}
