package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import org.reskontra.contracts.DebtorKind;

/**
 * The rules on late interest. Rates are yearly fractions: 0.08 is 8 per cent.
 *
 * @param referenceRate may be negative
 * @param margins what is added to the reference rate; one entry for every kind of debtor
 * @param statutoryIsFloor for whom a contract may not set a lower rate than the statutory one
 * @param startAfterDemand days from the sending of a demand to the start of interest where no due date was agreed
 * @param warningNeeded who must have been warned of interest in such a demand
 */
public record InterestRules(
        Timeline<BigDecimal> referenceRate,
        Map<DebtorKind, Timeline<BigDecimal>> margins,
        Timeline<Set<DebtorKind>> statutoryIsFloor,
        Rule<Integer> startAfterDemand,
        Rule<Set<DebtorKind>> warningNeeded,
        Rule<DayCount> dayCount,
        Rule<AccrualDays> accrualDays,
        Rule<RoundingMode> rounding) {

    public InterestRules {
        margins = Map.copyOf(margins);
    }

    public Timeline<BigDecimal> margin(DebtorKind debtor) {
        var margin = margins.get(debtor);
        if (margin == null) {
            throw new IllegalStateException("the pack has no margin for " + debtor);
        }
        return margin;
    }
}
