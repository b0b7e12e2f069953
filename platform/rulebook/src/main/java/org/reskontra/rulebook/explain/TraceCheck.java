package org.reskontra.rulebook.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.reskontra.rulebook.explain.Trace.Counts;

/** Recomputes a {@link Trace} from its leaves, without the rulebook and without its calculators. */
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
            case TAKE ->
                trace.counts() == Counts.DAY ? day(LocalDate.parse(input(trace, "value"))) : number(trace, "value");
            case ADD -> parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case SUBTRACT -> parts.stream().skip(1).reduce(first(trace, parts), BigDecimal::subtract);
            case HIGHEST -> parts.stream().reduce(BigDecimal::max).orElseThrow(() -> lacking(trace, "parts"));
            case LOWEST -> parts.stream().reduce(BigDecimal::min).orElseThrow(() -> lacking(trace, "parts"));
            case PLUS_DAYS ->
                day(date(first(trace, parts)).plusDays(number(trace, "days").longValueExact()));
            case PLUS_YEARS ->
                day(date(first(trace, parts)).plusYears(number(trace, "years").longValueExact()));
            case ACCRUE ->
                number(trace, "principalMinor").multiply(number(trace, "units")).multiply(first(trace, parts));
            case DIVIDE_AND_ROUND ->
                first(trace, parts)
                        .divide(number(trace, "unitsPerYear"), 0, RoundingMode.valueOf(input(trace, "rounding")));
        };
        if (amount.compareTo(trace.amount()) != 0) {
            throw new IllegalArgumentException(trace.ruleId() + " states "
                    + trace.amount().toPlainString() + ", its parts give " + amount.toPlainString());
        }
        return amount;
    }

    private static BigDecimal first(Trace trace, List<BigDecimal> parts) {
        if (parts.isEmpty()) {
            throw lacking(trace, "parts");
        }
        return parts.getFirst();
    }

    private static LocalDate date(BigDecimal day) {
        return LocalDate.ofEpochDay(day.longValueExact());
    }

    private static BigDecimal day(LocalDate date) {
        return BigDecimal.valueOf(date.toEpochDay());
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
