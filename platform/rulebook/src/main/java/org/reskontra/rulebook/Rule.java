package org.reskontra.rulebook;

/**
 * A rule with one value, whatever the day.
 *
 * @param ruleId such as {@code SE-COL-4}
 * @param source the act and section, or the practice, it rests on
 */
public record Rule<T>(String ruleId, T value, String source, Confidence confidence) {}
