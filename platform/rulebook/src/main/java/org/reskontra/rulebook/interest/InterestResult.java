package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.TraceCheck;

/** The answer of {@link LateInterest}. */
public sealed interface InterestResult {

    /**
     * The interest is known.
     *
     * @param interest rounded once; never negative unless the rate is
     * @param stretches in order of time; days without principal are left out
     * @param pack id of the rule pack that was used
     * @param trace how the figure came about; {@link TraceCheck} recomputes it
     */
    record Computed(Money interest, List<Stretch> stretches, String pack, Trace trace) implements InterestResult {
        public Computed {
            stretches = List.copyOf(stretches);
        }

        /**
         * The stretches with amounts in whole minor units that add up to the interest. Each is what the rounded sum grows
         * by at its stretch, so no remainder is lost and none is pushed onto the last one.
         */
        public List<ShownStretch> shown() {
            var unitsPerYear = new BigDecimal(trace.inputs().getOrDefault("unitsPerYear", ""));
            var rounding = RoundingMode.valueOf(trace.inputs().getOrDefault("rounding", ""));
            var accruals = trace.parts().getFirst().parts();
            var shown = new ArrayList<ShownStretch>();
            var sum = BigDecimal.ZERO;
            long before = 0;
            for (var stretch : stretches) {
                sum = sum.add(accruals.get(shown.size()).amount());
                long after = sum.divide(unitsPerYear, 0, rounding).longValueExact();
                shown.add(new ShownStretch(stretch, new Money(after - before, interest.currency())));
                before = after;
            }
            return List.copyOf(shown);
        }
    }

    /**
     * The law of some day is not known to the rulebook. Nothing is guessed; a person must look.
     *
     * @param ruleId the rule that has no value
     * @param reason names the days
     */
    record NeedsReview(String ruleId, String reason) implements InterestResult, InterestAmount {}
}
