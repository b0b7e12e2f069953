package org.reskontra.rulebook.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.late;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/** The parts shown make up the whole shown. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShownTest {

    private static final int TREES = 10_000;
    private static final List<RoundingMode> ROUNDINGS = Arrays.stream(RoundingMode.values())
            .filter(rounding -> rounding != RoundingMode.UNNECESSARY)
            .toList();
    private static final BigDecimal YEAR = BigDecimal.valueOf(365);

    @Test
    void two_stretches_that_would_round_to_an_ore_too_little_are_shown_with_it() {
        // 11.3014 and 10.2740 kr round to 11.30 and 10.27, their sum 21.5753 to 21.58
        var shown = Shown.of(interest(late("2 500", "2025-06-15", "2025-07-15")).trace());
        assertEquals(new BigDecimal("2158"), shown.minor());
        var stretches = shown.parts().getFirst().parts();
        assertEquals(
                List.of(new BigDecimal("1130"), new BigDecimal("1028")),
                stretches.stream().map(Shown::minor).toList());
    }

    @Test
    void in_any_sum_and_difference_the_parts_make_up_the_whole() {
        var random = new Random(20_250_311L);
        for (int i = 0; i < TREES; i++) {
            var rounding = ROUNDINGS.get(i % ROUNDINGS.size());
            var below = tree(random, 0);
            var rounded = below.amount().divide(YEAR, 0, rounding);
            var trace = node(
                    Step.DIVIDE_AND_ROUND,
                    Counts.MINOR_UNITS,
                    Map.of("unitsPerYear", "365", "rounding", rounding.name()),
                    rounded,
                    List.of(below));
            TraceCheck.recompute(trace);
            var shown = Shown.of(trace);
            assertEquals(rounded, shown.minor());
            assertEquals(0, rounded.compareTo(shown.parts().getFirst().minor()), trace::toString);
            assertAddsUp(shown.parts().getFirst());
        }
    }

    private static void assertAddsUp(Shown shown) {
        assertTrue(shown.minor().stripTrailingZeros().scale() <= 0, "whole minor units");
        var off = shown.minor().subtract(shown.trace().amount().divide(YEAR, 6, RoundingMode.HALF_UP));
        assertTrue(off.abs().compareTo(BigDecimal.TWO) < 0, () -> "off by two minor units: " + shown);
        var parts = shown.parts().stream().map(Shown::minor).toList();
        switch (shown.trace().step()) {
            case ADD -> assertEquals(0, shown.minor().compareTo(sum(parts)));
            case SUBTRACT ->
                assertEquals(
                        0, shown.minor().compareTo(parts.getFirst().subtract(sum(parts.subList(1, parts.size())))));
            case HIGHEST ->
                assertEquals(
                        shown.minor(), parts.stream().reduce(BigDecimal::max).orElseThrow());
            case LOWEST ->
                assertEquals(
                        shown.minor(), parts.stream().reduce(BigDecimal::min).orElseThrow());
            case TAKE, PLUS_DAYS, PLUS_YEARS, ACCRUE, DIVIDE_AND_ROUND -> {}
        }
        shown.parts().forEach(ShownTest::assertAddsUp);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Trace tree(Random random, int depth) {
        if (depth == 3 || random.nextInt(3) == 0) {
            var amount = BigDecimal.valueOf(random.nextInt(200_000) - 50_000, random.nextInt(4));
            return Trace.take("X-1", "a source", Counts.MINOR_UNITS_TIMES_DAYS, amount);
        }
        var parts = new ArrayList<Trace>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            parts.add(tree(random, depth + 1));
        }
        var amounts = parts.stream().map(Trace::amount).toList();
        var first = amounts.getFirst();
        var step = List.of(Step.ADD, Step.SUBTRACT, Step.HIGHEST, Step.LOWEST).get(random.nextInt(4));
        var amount = switch (step) {
            case ADD -> sum(amounts);
            case SUBTRACT -> first.subtract(sum(amounts.subList(1, amounts.size())));
            case HIGHEST -> amounts.stream().reduce(BigDecimal::max).orElseThrow();
            case LOWEST -> amounts.stream().reduce(BigDecimal::min).orElseThrow();
            case TAKE, PLUS_DAYS, PLUS_YEARS, ACCRUE, DIVIDE_AND_ROUND -> throw new IllegalStateException();
        };
        return node(step, Counts.MINOR_UNITS_TIMES_DAYS, Map.of(), amount, parts);
    }

    private static Trace node(
            Step step, Counts counts, Map<String, String> inputs, BigDecimal amount, List<Trace> parts) {
        return new Trace("X-1", "a source", step, inputs, counts, amount, parts);
    }
}
