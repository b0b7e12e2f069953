package org.reskontra.rulebook;

import java.math.RoundingMode;
import java.util.Optional;
import org.reskontra.contracts.DebtorKind;

/**
 * How days become an amount, where the law gives only a yearly rate. Each names what it rests on: a pack's own
 * ({@link InterestRules#conventions()}), or what the parties agreed.
 */
public record InterestConventions(Rule<DayCount> dayCount, Rule<AccrualDays> accrualDays, Rule<RoundingMode> rounding) {

    private static final String AGREED = "CONTRACT";

    /** {@link IllegalArgumentException} for {@link RoundingMode#UNNECESSARY}. */
    public InterestConventions {
        if (rounding.value() == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("interest must be rounded");
        }
    }

    /** The same with another day count. */
    public InterestConventions with(DayCount agreed, String source) {
        return new InterestConventions(agreed(agreed, source), accrualDays, rounding);
    }

    /** The same with other end days. */
    public InterestConventions with(AccrualDays agreed, String source) {
        return new InterestConventions(dayCount, agreed(agreed, source), rounding);
    }

    /** The same with another rounding. */
    public InterestConventions with(RoundingMode agreed, String source) {
        return new InterestConventions(dayCount, accrualDays, agreed(agreed, source));
    }

    static Optional<InterestConventions> of(RulePack pack, DebtorKind debtor) {
        var dayCount = pack.convention(InterestFacts.DAY_COUNT, debtor);
        var accrualDays = pack.convention(InterestFacts.ACCRUAL_DAYS, debtor);
        var rounding = pack.convention(InterestFacts.ROUNDING, debtor);
        return dayCount.isEmpty() || accrualDays.isEmpty() || rounding.isEmpty()
                ? Optional.empty()
                : Optional.of(new InterestConventions(dayCount.get(), accrualDays.get(), rounding.get()));
    }

    private static <T> Rule<T> agreed(T value, String source) {
        return new Rule<>(AGREED, value, source, Confidence.CONVENTION);
    }
}
