package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;

/**
 * A debt that is being collected.
 *
 * @param principal what the tiers of the law go by; not negative
 * @param due the last day to pay in time
 * @param directlyEnforceable whether it can be enforced without a judgment
 * @param costsAgreed whether the debtor accepted reminder costs no later than when the debt arose
 * @param compensationClaimed whether the creditor claims the fixed compensation for paying late
 */
public record LateDebt(
        DebtorKind debtor,
        Money principal,
        LocalDate due,
        boolean directlyEnforceable,
        boolean costsAgreed,
        boolean compensationClaimed) {

    public LateDebt {
        if (principal.isNegative()) {
            throw new IllegalArgumentException("a principal cannot be negative: " + principal);
        }
    }
}
