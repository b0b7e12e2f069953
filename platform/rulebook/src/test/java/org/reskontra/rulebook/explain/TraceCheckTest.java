package org.reskontra.rulebook.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reskontra.rulebook.explain.Trace.Step;

/** The check stands on its own: no pack, no calculator. */
class TraceCheckTest {

    private static final Trace RATE = node(Step.TAKE, Map.of("value", "0.1"), "0.1");

    private static Trace node(Step step, Map<String, String> inputs, String amount, Trace... parts) {
        return new Trace("X-1", "a source", step, inputs, Trace.Counts.TIMES, new BigDecimal(amount), List.of(parts));
    }

    @Test
    void a_year_at_ten_per_cent() {
        var year = node(Step.ACCRUE, Map.of("principalMinor", "1005", "units", "365"), "36682.5", RATE);
        var total = node(Step.DIVIDE_AND_ROUND, Map.of("unitsPerYear", "365", "rounding", "HALF_UP"), "101", year);
        assertEquals(new BigDecimal("101"), TraceCheck.recompute(total));
    }

    @Test
    void the_highest_of_two_rates() {
        var other = node(Step.TAKE, Map.of("value", "0.12"), "0.12");
        assertEquals(new BigDecimal("0.12"), TraceCheck.recompute(node(Step.HIGHEST, Map.of(), "0.12", RATE, other)));
        assertThrows(
                IllegalArgumentException.class,
                () -> TraceCheck.recompute(node(Step.HIGHEST, Map.of(), "0.1", RATE, other)));
    }

    @Test
    void a_wrong_leaf_is_found_under_a_right_top() {
        var wrong = node(Step.TAKE, Map.of("value", "0.2"), "0.1");
        var refused = assertThrows(
                IllegalArgumentException.class, () -> TraceCheck.recompute(node(Step.ADD, Map.of(), "0.1", wrong)));
        assertEquals("X-1 states 0.1, its parts give 0.2", refused.getMessage());
    }

    @Test
    void a_missing_input_is_named() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> TraceCheck.recompute(node(Step.TAKE, Map.of(), "1")));
        assertEquals("X-1 lacks value", refused.getMessage());
    }
}
