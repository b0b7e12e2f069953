package org.reskontra.rulebook.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.reskontra.contracts.Money;

/**
 * How a figure came about: a tree in which each node can be recomputed from its inputs and its parts.
 *
 * @param ruleId such as {@code SE-INT-1}
 * @param source the act, notice or contract behind this node
 * @param step what was done
 * @param inputs named inputs in writing: dates as 2026-01-31, numbers without exponent
 * @param counts what {@code amount} is a number of
 * @param amount the outcome of this node
 * @param parts the nodes this one was computed from
 */
public record Trace(
        String ruleId,
        String source,
        Step step,
        Map<String, String> inputs,
        Counts counts,
        BigDecimal amount,
        List<Trace> parts) {

    /** What the amount of a node is a number of. */
    public enum Counts {
        MINOR_UNITS,
        /** A fraction: 0.08 is 8 per cent. */
        YEARLY_RATE,
        /** Minor units times days on the scale of the day count, exact: not yet divided by the year. */
        MINOR_UNITS_TIMES_DAYS,
        /** Days since 1970-01-01. */
        DAY,
        /** A plain number, such as of steps taken. */
        TIMES
    }

    /** What a node does with its inputs and parts. */
    public enum Step {
        /** Takes the input {@code value}; for a day, a date. */
        TAKE,
        /** Adds up its parts. */
        ADD,
        /** The first part less the others. */
        SUBTRACT,
        /** Takes the highest of its parts; of days, the latest. */
        HIGHEST,
        /** Takes the lowest of its parts; of days, the earliest. */
        LOWEST,
        /** One part, a day; input {@code days}, which may be negative. */
        PLUS_DAYS,
        /** One part, a day; input {@code years}. */
        PLUS_YEARS,
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
        inputs = sorted(inputs); // the same trace is always written alike
        parts = List.copyOf(parts);
    }

    /** A leaf: a value read from the law, a contract or a case. */
    public static Trace take(String ruleId, String source, Counts counts, BigDecimal value) {
        return new Trace(ruleId, source, Step.TAKE, Map.of("value", written(counts, value)), counts, value, List.of());
    }

    private static Map<String, String> sorted(Map<String, String> inputs) {
        return inputs.size() <= 1 ? Map.copyOf(inputs) : Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    /** A leaf of money, in minor units. */
    public static Trace take(String ruleId, String source, Money amount) {
        return take(ruleId, source, Counts.MINOR_UNITS, BigDecimal.valueOf(amount.minor()));
    }

    /** A leaf that is a day. */
    public static Trace take(String ruleId, String source, LocalDate day) {
        return take(ruleId, source, Counts.DAY, BigDecimal.valueOf(day.toEpochDay()));
    }

    /**
     * What {@link Step#ADD}, {@link Step#SUBTRACT}, {@link Step#HIGHEST} or {@link Step#LOWEST} makes of parts.
     *
     * @param counts that of every part
     * @param parts may only be empty for a sum
     * @throws IllegalArgumentException for another step
     */
    public static Trace combined(String ruleId, String source, Step step, Counts counts, List<Trace> parts) {
        var combination = combination(step);
        var amount = parts.isEmpty() && step == Step.ADD
                ? BigDecimal.ZERO
                : parts.getFirst().amount();
        for (int i = 1; i < parts.size(); i++) {
            amount = combination.apply(amount, parts.get(i).amount());
        }
        return new Trace(ruleId, source, step, Map.of(), counts, amount, parts);
    }

    /** So many days after a day. */
    public static Trace plusDays(String ruleId, String source, Trace day, int days) {
        return shifted(
                ruleId, source, Step.PLUS_DAYS, "days", days, day, day.day().plusDays(days));
    }

    /** So many years after a day: the day of the same number in the same month, or the last of that month. */
    public static Trace plusYears(String ruleId, String source, Trace day, int years) {
        return shifted(
                ruleId, source, Step.PLUS_YEARS, "years", years, day, day.day().plusYears(years));
    }

    /** The amount of a node that counts {@link Counts#DAY}. */
    public LocalDate day() {
        return LocalDate.ofEpochDay(amount.longValueExact());
    }

    private static Trace shifted(
            String ruleId, String source, Step step, String unit, int count, Trace from, LocalDate to) {
        return new Trace(
                ruleId,
                source,
                step,
                Map.of(unit, Integer.toString(count)),
                Counts.DAY,
                BigDecimal.valueOf(to.toEpochDay()),
                List.of(from));
    }

    private static BinaryOperator<BigDecimal> combination(Step step) {
        return switch (step) {
            case ADD -> BigDecimal::add;
            case SUBTRACT -> BigDecimal::subtract;
            case HIGHEST -> BigDecimal::max;
            case LOWEST -> BigDecimal::min;
            case TAKE, PLUS_DAYS, PLUS_YEARS, ACCRUE, DIVIDE_AND_ROUND ->
                throw new IllegalArgumentException(step + " does not combine parts");
        };
    }

    private static String written(Counts counts, BigDecimal value) {
        return counts == Counts.DAY
                ? LocalDate.ofEpochDay(value.longValueExact()).toString()
                : value.toPlainString();
    }
}
