package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.reskontra.contracts.DebtorKind;

/**
 * The rules on late interest for one kind of debtor. Rates are yearly fractions: 0.08 is 8 per cent.
 *
 * @param referenceRate may be negative
 * @param margin what is added to the reference rate
 * @param statutoryIsFloor whether a contract may not set a lower rate than the statutory one
 * @param startAfterDemand days from the sending of a demand to the start of interest where no due date was agreed
 * @param warningNeeded whether such a demand must have warned of interest
 */
public record InterestRules(
        Timeline<BigDecimal> referenceRate,
        Timeline<BigDecimal> margin,
        Timeline<Boolean> statutoryIsFloor,
        Optional<Rule<Integer>> startAfterDemand,
        Optional<Rule<Boolean>> warningNeeded,
        Rule<DayCount> dayCount,
        Rule<AccrualDays> accrualDays,
        Rule<RoundingMode> rounding) {

    static Optional<InterestRules> of(RulePack pack, DebtorKind debtor) {
        var dayCount = pack.convention(InterestFacts.DAY_COUNT, debtor);
        var accrualDays = pack.convention(InterestFacts.ACCRUAL_DAYS, debtor);
        var rounding = pack.convention(InterestFacts.ROUNDING, debtor);
        if (dayCount.isEmpty() || accrualDays.isEmpty() || rounding.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InterestRules(
                pack.timeline(InterestFacts.REFERENCE_RATE, debtor),
                pack.timeline(InterestFacts.MARGIN, debtor),
                pack.timeline(InterestFacts.STATUTORY_IS_FLOOR, debtor),
                pack.convention(InterestFacts.START_AFTER_DEMAND, debtor),
                pack.convention(InterestFacts.WARNING_NEEDED, debtor),
                dayCount.get(),
                accrualDays.get(),
                rounding.get()));
    }
}
