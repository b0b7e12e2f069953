package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
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
 * @param changes of the principal, in any order; those of one day are added together. A change on or before
 *     {@code accrueAfter} counts from the first day. They must never leave a negative principal
 * @param contractRate yearly rate agreed beforehand as a fraction (0.115 is 11.5 %), 0 to 10; null: the statutory rate
 * @param charges in any order, never part of the principal. They bear interest on the days on which the pack says that
 *     charges do (in Sweden on none: it is contested), and then as if the principal were that much higher
 * @param credit null where the claim is no consumer credit; else the debtor is a consumer
 */
public record InterestClaim(
        DebtorKind debtor,
        Money principal,
        LocalDate accrueAfter,
        LocalDate until,
        List<PrincipalChange> changes,
        @Nullable BigDecimal contractRate,
        List<ChargeChange> charges,
        @Nullable ConsumerCredit credit) {

    private static final BigDecimal HIGHEST_RATE = BigDecimal.TEN;

    /** A claim without charges that is no consumer credit. */
    public InterestClaim(
            DebtorKind debtor,
            Money principal,
            LocalDate accrueAfter,
            LocalDate until,
            List<PrincipalChange> changes,
            @Nullable BigDecimal contractRate) {
        this(debtor, principal, accrueAfter, until, changes, contractRate, List.of(), null);
    }

    /**
     * Checks what a caller must not get wrong.
     *
     * @throws IllegalArgumentException for a negative principal, a rate outside its range, a second currency, or consumer
     *     credit of a debtor who is no consumer
     */
    public InterestClaim {
        changes = List.copyOf(changes);
        charges = List.copyOf(charges);
        if (principal.isNegative()) {
            throw new IllegalArgumentException("the principal is negative: " + principal);
        }
        if (contractRate != null && (contractRate.signum() < 0 || contractRate.compareTo(HIGHEST_RATE) > 0)) {
            throw new IllegalArgumentException("a contract rate is a fraction from 0 to 10, not " + contractRate);
        }
        if (credit != null && debtor != DebtorKind.CONSUMER) {
            throw new IllegalArgumentException("consumer credit of a " + debtor);
        }
        changes.forEach(change -> requireCurrency(change.amount(), principal.currency()));
        charges.forEach(change -> requireCurrency(change.amount(), principal.currency()));
    }

    /** The same, as consumer credit agreed on that day. */
    public InterestClaim asConsumerCredit(LocalDate agreedOn) {
        return new InterestClaim(
                debtor, principal, accrueAfter, until, changes, contractRate, charges, new ConsumerCredit(agreedOn));
    }

    /** The same, with these charges. */
    public InterestClaim withCharges(List<ChargeChange> added) {
        return new InterestClaim(debtor, principal, accrueAfter, until, changes, contractRate, added, credit);
    }

    private static void requireCurrency(Money change, Currency currency) {
        if (!change.currency().equals(currency)) {
            throw new IllegalArgumentException("a change in " + change.currency() + " on a claim in " + currency);
        }
    }
}
