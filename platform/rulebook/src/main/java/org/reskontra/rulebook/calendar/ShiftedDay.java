package org.reskontra.rulebook.calendar;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.rulebook.explain.Trace;

/** Where a due date or a deadline falls. */
public sealed interface ShiftedDay {

    /**
     * It falls on this day.
     *
     * @param day never earlier than the day that was asked about
     * @param passedOver the days it moved over, in order; empty where it did not move
     * @param ruleId the rule on moving
     * @param pack id of the rule pack that was used
     */
    record On(LocalDate day, List<DayKind.Closed> passedOver, String ruleId, String pack, Trace trace)
            implements ShiftedDay {

        public On {
            passedOver = List.copyOf(passedOver);
        }

        public boolean moved() {
            return !passedOver.isEmpty();
        }
    }

    /** The calendar, or the rule on moving, is not known to the rulebook; a person must look. */
    record NeedsReview(String ruleId, String reason) implements ShiftedDay {}
}
