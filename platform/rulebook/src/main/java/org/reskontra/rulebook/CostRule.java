package org.reskontra.rulebook;

import java.util.Set;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;

/**
 * The limit for one kind of cost.
 *
 * @param debtors who can be charged at all
 * @param mustBeAgreed true: only if agreed no later than when the debt arose
 * @param limit the most that can be charged for one measure, by the day it is taken
 */
public record CostRule(Set<DebtorKind> debtors, boolean mustBeAgreed, Timeline<Money> limit) {

    public CostRule {
        debtors = Set.copyOf(debtors);
    }
}
