package org.reskontra.rulebook.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/**
 * A trace with the figures people see. Amounts below a rounding are shown in whole minor units although they are exact in
 * the trace; each is the difference of two rounded running sums, so that the parts shown make up the whole shown.
 *
 * @param minor what is shown of an amount, in minor units; equal to the trace's own amount where nothing was rounded
 * @param rounded whether the amount stands below its rounding, so that {@code minor} is minor units and not times days
 */
record Shown(Trace trace, BigDecimal minor, boolean rounded, List<Shown> parts) {

    Shown {
        parts = List.copyOf(parts);
    }

    static Shown of(Trace trace) {
        return of(trace, Scale.WHOLE, BigDecimal.ZERO);
    }

    /** How exact amounts below a rounding become minor units. */
    private record Scale(BigDecimal perUnit, RoundingMode rounding, boolean rounds) {

        static final Scale WHOLE = new Scale(BigDecimal.ONE, RoundingMode.HALF_UP, false);

        static Scale below(Trace rounding) {
            return new Scale(
                    new BigDecimal(input(rounding, "unitsPerYear")),
                    RoundingMode.valueOf(input(rounding, "rounding")),
                    true);
        }

        /** The rounded difference that {@code amount} makes to a running sum. */
        BigDecimal shown(BigDecimal start, BigDecimal amount) {
            return rounds ? rounded(start.add(amount)).subtract(rounded(start)) : amount;
        }

        private BigDecimal rounded(BigDecimal amount) {
            return amount.divide(perUnit, 0, rounding);
        }

        private static String input(Trace trace, String name) {
            var value = trace.inputs().get(name);
            if (value == null) {
                throw new IllegalArgumentException(trace.ruleId() + " lacks " + name);
            }
            return value;
        }
    }

    private static Shown of(Trace trace, Scale scale, BigDecimal start) {
        if (trace.step() == Step.DIVIDE_AND_ROUND) {
            var below = Scale.below(trace);
            var parts = trace.parts().stream()
                    .map(part -> of(part, below, BigDecimal.ZERO))
                    .toList();
            return new Shown(trace, trace.amount(), true, parts);
        }
        var own = trace.counts() == Counts.MINOR_UNITS_TIMES_DAYS ? scale : Scale.WHOLE;
        return new Shown(trace, own.shown(start, trace.amount()), own.rounds, parts(trace, own, start));
    }

    private static List<Shown> parts(Trace trace, Scale scale, BigDecimal start) {
        var parts = new ArrayList<Shown>();
        var sum = start;
        for (var part : trace.parts()) {
            if (trace.step() == Step.SUBTRACT && !parts.isEmpty()) {
                sum = sum.subtract(part.amount());
                parts.add(of(part, scale, sum));
            } else {
                parts.add(of(part, scale, sum));
                sum = addsUp(trace.step()) ? sum.add(part.amount()) : start;
            }
        }
        return parts;
    }

    private static boolean addsUp(Step step) {
        return switch (step) {
            case ADD, SUBTRACT -> true;
            case TAKE, HIGHEST, LOWEST, PLUS_DAYS, PLUS_YEARS, ACCRUE, DIVIDE_AND_ROUND -> false;
        };
    }
}
