package org.reskontra.rulebook.interest;

import java.time.LocalDate;
import java.util.Optional;
import org.reskontra.rulebook.InterestRules;
import org.reskontra.rulebook.YearlyRate;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;

/**
 * Goes over the days of a claim in stretches of equal principal and rate, in order of time. The only place that decides
 * which days bear interest, on what and at which rate: with or without explanation, the figure is counted from here.
 */
final class StretchWalk {

    /** Takes note of a stretch. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Days in a row that bear interest.
         *
         * @param first inclusive, from 1970-01-01
         * @param last inclusive
         * @param principalMinor never zero
         */
        void stretch(long first, long last, long principalMinor, YearlyRate rate);
    }

    private final InterestRules rules;
    private final ApplicableRate rates;
    private final Visitor visitor;

    private StretchWalk(InterestRules rules, ApplicableRate rates, Visitor visitor) {
        this.rules = rules;
        this.rates = rates;
        this.visitor = visitor;
    }

    /**
     * Shows each stretch to the visitor.
     *
     * @param offset of the convention on accrual days
     * @return what is not known of the first days for which something is not; empty when all is known
     */
    static Optional<NeedsReview> over(
            InterestRules rules, InterestClaim claim, ApplicableRate rates, int offset, Visitor visitor) {
        long first = claim.accrueAfter().toEpochDay() + offset;
        long last = claim.until().toEpochDay() + offset - 1;
        if (last < first) {
            return Optional.empty();
        }
        return switch (Charges.of(rules, claim, offset, first, last)) {
            case Charges.Open(var review) -> Optional.of(review);
            case Charges.Bearing(var charges) -> {
                var steps = PrincipalSteps.of(claim, charges, offset, first, last);
                yield new StretchWalk(rules, rates, visitor).over(steps, last);
            }
        };
    }

    private Optional<NeedsReview> over(PrincipalSteps steps, long last) {
        for (int step = 0; step < steps.size(); step++) {
            if (steps.minor(step) != 0) {
                long to = step + 1 < steps.size() ? steps.from(step + 1) - 1 : last;
                var open = over(steps.from(step), to, steps.minor(step));
                if (open.isPresent()) {
                    return open;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<NeedsReview> over(long first, long last, long principalMinor) {
        var spans = rules.rates();
        int next = rules.spanOf(first);
        for (long from = first; from <= last; ) {
            var span = spans.get(next);
            long to = span.last();
            while (++next < spans.size() && to < last && rates.alike(span, spans.get(next))) {
                to = spans.get(next).last();
            }
            to = Math.min(to, last);
            var rate = rates.on(span);
            if (rate == null) {
                return Optional.of(rates.unknown(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)));
            }
            visitor.stretch(from, to, principalMinor, rate);
            from = to + 1;
        }
        return Optional.empty();
    }
}
