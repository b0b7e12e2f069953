package org.reskontra.rulebook.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/** The check stands on its own: no pack, no calculator. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TraceCheckTest {

    private static final Trace RATE = node(Step.TAKE, Map.of("value", "0.1"), "0.1");

    private static Trace node(Step step, Map<String, String> inputs, String amount, Trace... parts) {
        return new Trace("X-1", "a source", step, inputs, Counts.TIMES, new BigDecimal(amount), List.of(parts));
    }

    private static Trace number(String value) {
        return Trace.take("X-1", "a source", Counts.TIMES, new BigDecimal(value));
    }

    private static Trace day(String day) {
        return Trace.take("X-1", "a source", Counts.DAY, new BigDecimal(epoch(day)));
    }

    private static String epoch(String day) {
        return Long.toString(LocalDate.parse(day).toEpochDay());
    }

    private static Trace dayNode(Step step, Map<String, String> inputs, String day, Trace... parts) {
        return new Trace("X-1", "a source", step, inputs, Counts.DAY, new BigDecimal(epoch(day)), List.of(parts));
    }

    private static final Trace YEAR =
            node(Step.ACCRUE, Map.of("principalMinor", "1005", "units", "365"), "36682.5", RATE);

    /** At least one right tree of each step. */
    static Stream<Trace> right() {
        return Stream.of(
                number("1.50"),
                number("-7"),
                day("2025-03-03"),
                day("1969-12-31"),
                node(Step.ADD, Map.of(), "6.50", number("1.50"), number("5")),
                node(Step.SUBTRACT, Map.of(), "3", number("10"), number("5"), number("2")),
                node(Step.SUBTRACT, Map.of(), "10", number("10")),
                node(Step.HIGHEST, Map.of(), "0.12", RATE, number("0.12"), number("-1")),
                node(Step.LOWEST, Map.of(), "-1", RATE, number("0.12"), number("-1")),
                dayNode(Step.HIGHEST, Map.of(), "2025-03-11", day("2025-03-03"), day("2025-03-11")),
                dayNode(Step.LOWEST, Map.of(), "2025-03-03", day("2025-03-03"), day("2025-03-11")),
                dayNode(Step.PLUS_DAYS, Map.of("days", "8"), "2025-03-11", day("2025-03-03")),
                dayNode(Step.PLUS_DAYS, Map.of("days", "-1"), "2025-02-28", day("2025-03-01")),
                dayNode(Step.PLUS_YEARS, Map.of("years", "3"), "2027-02-28", day("2024-02-29")),
                YEAR,
                node(Step.DIVIDE_AND_ROUND, Map.of("unitsPerYear", "365", "rounding", "HALF_UP"), "101", YEAR),
                node(Step.DIVIDE_AND_ROUND, Map.of("unitsPerYear", "365", "rounding", "HALF_EVEN"), "100", YEAR),
                node(Step.DIVIDE_AND_ROUND, Map.of("unitsPerYear", "365", "rounding", "DOWN"), "100", YEAR),
                node(Step.DIVIDE_AND_ROUND, Map.of("unitsPerYear", "366", "rounding", "UP"), "101", YEAR));
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_right_tree_gives_its_amount_again(Trace trace) {
        assertEquals(0, trace.amount().compareTo(TraceCheck.recompute(trace)));
    }

    @Test
    void every_step_is_among_the_right_trees() {
        var steps = EnumSet.noneOf(Step.class);
        right().forEach(trace -> steps.add(trace.step()));
        assertEquals(EnumSet.allOf(Step.class), steps);
    }

    @ParameterizedTest
    @MethodSource("right")
    void another_amount_than_the_parts_give_is_refused(Trace trace) {
        for (var off : List.of("1", "-1", "0.0000000001")) {
            var wrong = trace.amount().add(new BigDecimal(off));
            var refused =
                    assertThrows(IllegalArgumentException.class, () -> TraceCheck.recompute(stating(trace, wrong)));
            assertEquals(
                    "X-1 states " + wrong.toPlainString() + ", its parts give "
                            + TraceCheck.recompute(trace).toPlainString(),
                    refused.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void an_input_left_out_is_refused_by_name(Trace trace) {
        for (var input : trace.inputs().keySet()) {
            var left = new HashMap<>(trace.inputs());
            left.remove(input);
            var refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> TraceCheck.recompute(new Trace(
                            trace.ruleId(),
                            trace.source(),
                            trace.step(),
                            left,
                            trace.counts(),
                            trace.amount(),
                            trace.parts())));
            assertEquals("X-1 lacks " + input, refused.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void parts_left_out_are_refused(Trace trace) {
        if (trace.step() == Step.TAKE) {
            assertTrue(trace.parts().isEmpty());
            return;
        }
        var bare = withParts(trace, List.of());
        var refused = assertThrows(IllegalArgumentException.class, () -> TraceCheck.recompute(bare));
        var reason = trace.step() == Step.ADD ? "X-1 states 6.50, its parts give 0" : "X-1 lacks parts";
        assertEquals(reason, refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_wrong_leaf_is_found_under_a_right_top(Trace trace) {
        for (int i = 0; i < trace.parts().size(); i++) {
            var parts = new ArrayList<>(trace.parts());
            var leaf = parts.get(i);
            parts.set(i, stating(leaf, leaf.amount().add(BigDecimal.ONE)));
            var refused =
                    assertThrows(IllegalArgumentException.class, () -> TraceCheck.recompute(withParts(trace, parts)));
            assertTrue(refused.getMessage().startsWith("X-1 states "), refused.getMessage());
        }
    }

    @Test
    void a_number_no_one_can_read_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TraceCheck.recompute(node(Step.TAKE, Map.of("value", "1,5"), "1.5")));
        assertThrows(
                IllegalArgumentException.class,
                () -> TraceCheck.recompute(node(
                        Step.DIVIDE_AND_ROUND, Map.of("unitsPerYear", "365", "rounding", "UPWARDS"), "101", YEAR)));
    }

    @Test
    void inputs_are_kept_sorted_so_that_a_trace_is_always_written_alike() {
        assertEquals(
                List.of("principalMinor", "units"), List.copyOf(YEAR.inputs().keySet()));
    }

    @Test
    void the_check_knows_no_calculator_and_no_pack() {
        var check = new ClassFileImporter().importClasses(TraceCheck.class);
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.reskontra.rulebook.explain", "org.jspecify.annotations")
                .check(check);
    }

    private static Trace stating(Trace trace, BigDecimal amount) {
        return new Trace(
                trace.ruleId(), trace.source(), trace.step(), trace.inputs(), trace.counts(), amount, trace.parts());
    }

    private static Trace withParts(Trace trace, List<Trace> parts) {
        return new Trace(
                trace.ruleId(), trace.source(), trace.step(), trace.inputs(), trace.counts(), trace.amount(), parts);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"ADD", "SUBTRACT", "HIGHEST", "LOWEST"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_four_steps_combine_parts(Step step) {
        assertThrows(
                IllegalArgumentException.class,
                () -> Trace.combined("X-1", "a source", step, Trace.Counts.TIMES, List.of(RATE)));
    }

    @Test
    void a_sum_of_nothing_is_zero() {
        var nothing = Trace.combined("X-1", "a source", Step.ADD, Trace.Counts.TIMES, List.of());
        assertEquals(BigDecimal.ZERO, TraceCheck.recompute(nothing));
    }
}
