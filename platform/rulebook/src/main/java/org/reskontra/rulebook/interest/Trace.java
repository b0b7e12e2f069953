package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a figure came about: a tree in which each node can be recomputed from its inputs and its parts.
 *
 * @param ruleId such as {@code SE-INT-1}
 * @param source the act, notice or contract behind this node
 * @param step what was done
 * @param inputs named inputs in writing: dates as 2026-01-31, numbers without exponent
 * @param amount the outcome of this node; what it counts depends on the step
 * @param parts the nodes this one was computed from
 */
public record Trace(
        String ruleId, String source, Step step, Map<String, String> inputs, BigDecimal amount, List<Trace> parts) {

    /** What a node does with its inputs and parts. */
    public enum Step {
        /** Takes the input {@code value}: a yearly rate as a fraction. */
        TAKE,
        /** Adds up its parts. */
        ADD,
        /** Takes the highest of its parts. */
        HIGHEST,
        /**
         * Inputs {@code principalMinor} and {@code units} (days on the scale of the day count); one part, the yearly
         * rate. Amount: their product, in minor units times units, exact.
         */
        ACCRUE,
        /**
         * Inputs {@code unitsPerYear} and {@code rounding}; one part. Amount: the part divided by the units of a year,
         * rounded once to whole minor units.
         */
        DIVIDE_AND_ROUND
    }

    public Trace {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs)); // sorted: the same trace is always written alike
        parts = List.copyOf(parts);
    }
}
