package org.reskontra.rulebook.calendar;

/** What a day is to payments and deadlines. */
public sealed interface DayKind {

    record BusinessDay() implements DayKind {}

    /**
     * Nobody need pay or act on it.
     *
     * @param name such as {@code Good Friday} or {@code Sunday}
     * @param ruleId the rule that closes it
     */
    record Closed(String name, String ruleId, String source) implements DayKind {}

    /** The calendar of that day is not known to the rulebook; a person must look. */
    record NeedsReview(String ruleId, String reason) implements DayKind {}
}
