package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Recomputes a {@link Trace} from its leaves, without the rulebook and without {@link LateInterest}. */
public final class TraceCheck {

    private TraceCheck() {}

    /**
     * The amount at the top, computed anew.
     *
     * @throws IllegalArgumentException when a node lacks an input or states another amount than its parts give
     */
    public static BigDecimal recompute(Trace trace) {
        var parts = trace.parts().stream().map(TraceCheck::recompute).toList();
        var amount = switch (trace.step()) {
            case TAKE -> number(trace, "value");
            case ADD -> parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case HIGHEST -> parts.stream().reduce(BigDecimal::max).orElseThrow(() -> lacking(trace, "parts"));
            case ACCRUE ->
                number(trace, "principalMinor").multiply(number(trace, "units")).multiply(parts.getFirst());
            case DIVIDE_AND_ROUND ->
                parts.getFirst()
                        .divide(number(trace, "unitsPerYear"), 0, RoundingMode.valueOf(input(trace, "rounding")));
        };
        if (amount.compareTo(trace.amount()) != 0) {
            throw new IllegalArgumentException(trace.ruleId() + " states "
                    + trace.amount().toPlainString() + ", its parts give " + amount.toPlainString());
        }
        return amount;
    }

    private static BigDecimal number(Trace trace, String name) {
        return new BigDecimal(input(trace, name));
    }

    private static String input(Trace trace, String name) {
        var value = trace.inputs().get(name);
        if (value == null) {
            throw lacking(trace, name);
        }
        return value;
    }

    private static IllegalArgumentException lacking(Trace trace, String name) {
        return new IllegalArgumentException(trace.ruleId() + " lacks " + name);
    }
}
