package org.reskontra.rulebook.interest;

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
    }

    /**
     * The law of some day is not known to the rulebook. Nothing is guessed; a person must look.
     *
     * @param ruleId the rule that has no value
     * @param reason names the days
     */
    record NeedsReview(String ruleId, String reason) implements InterestResult {}
}
