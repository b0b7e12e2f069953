package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import org.reskontra.rulebook.explain.Trace;

/** From which day something is lawful. */
public sealed interface EarliestDay {

    /**
     * From this day on.
     *
     * @param ruleId the rule that asks for the longest wait
     */
    record From(LocalDate day, String ruleId, Trace trace) implements EarliestDay {}

    /** Not before the debtor has been reminded. */
    record AfterAReminder(String ruleId, String reason) implements EarliestDay {}

    /** A rule that is needed is not known to the rulebook; a person must look. */
    record NeedsReview(String ruleId, String reason) implements EarliestDay {}
}
