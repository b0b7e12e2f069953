package org.reskontra.rulebook.limitation;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.rulebook.InterruptionKind;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.TraceCheck;

/** The answer of {@link Limitation}. */
public sealed interface LimitationResult {

    /**
     * The claim can be pursued through this day.
     *
     * @param lastDay from the day after it the claim has expired
     * @param warnOn from this day on somebody should act
     * @param stillHelps what would make the time run anew; empty where its end is final
     * @param weighed every interruption that was given, in order of time
     * @param pack id of the rule pack that was used
     * @param trace how the last day came about; {@link TraceCheck} recomputes it
     */
    record RunsUntil(
            LocalDate lastDay,
            LocalDate warnOn,
            List<InterruptionKind> stillHelps,
            List<Weighed> weighed,
            String pack,
            Trace trace)
            implements LimitationResult {

        public RunsUntil {
            stillHelps = List.copyOf(stillHelps);
            weighed = List.copyOf(weighed);
        }

        public boolean expiredOn(LocalDate day) {
            return day.isAfter(lastDay);
        }
    }

    /** Proceedings go on; the time runs anew when they have ended. */
    record Stopped(LocalDate since, String ruleId, List<Weighed> weighed) implements LimitationResult {
        public Stopped {
            weighed = List.copyOf(weighed);
        }
    }

    /** A rule that is needed is not known to the rulebook; a person must look. */
    record NeedsReview(String ruleId, String reason) implements LimitationResult {}

    /**
     * Whether an interruption counted, and why.
     *
     * @param ruleId the rule that decided
     */
    record Weighed(Interruption interruption, boolean counted, String ruleId, String reason) {}
}
