package org.reskontra.rulebook.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.late;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.rulebook.Approved;
import org.reskontra.rulebook.Schemas;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplanationJsonTest {

    private static final String SCHEMA = "explanations/explanation.schema.json";
    private static final Currency SEK = Currency.getInstance("SEK");
    private static final Trace TRACE =
            interest(late("10 000", "2024-03-31", "2024-04-30")).trace();

    @Test
    void the_tree_of_an_interest_is_as_approved() {
        var json = Schemas.json(ExplanationJson.of(TRACE, Language.SV, SEK));
        Approved.hold(
                Approved.MODULE.resolve("src/test/resources/explanations/late-interest.approved.json"),
                json.toPrettyString() + "\n");
        assertEquals(List.of(), Schemas.errors(SCHEMA, json));
    }

    @Test
    void a_tree_without_a_language_has_no_text_and_follows_the_schema_too() {
        var json = Schemas.json(ExplanationJson.of(TRACE));
        assertEquals(List.of(), Schemas.errors(SCHEMA, json));
        assertFalse(json.toString().contains("\"text\""), json.toString());
    }

    @Test
    void the_figure_can_be_recomputed_from_what_was_written() {
        var read = read(Schemas.json(ExplanationJson.of(TRACE)));
        assertEquals(TRACE, read);
        assertEquals(new BigDecimal("9863"), TraceCheck.recompute(read));
    }

    private static Trace read(JsonNode json) {
        var inputs = new HashMap<String, String>();
        json.get("inputs").forEachEntry((name, value) -> inputs.put(name, value.textValue()));
        var parts = new ArrayList<Trace>();
        json.get("parts").forEach(part -> parts.add(read(part)));
        return new Trace(
                json.get("rule").textValue(),
                json.get("source").textValue(),
                Step.valueOf(json.get("step").textValue()),
                inputs,
                Counts.valueOf(json.get("counts").textValue()),
                new BigDecimal(json.get("amount").textValue()),
                parts);
    }

    @Test
    void amounts_are_never_written_with_an_exponent() {
        var tiny = Trace.take("X-1", "a source", Counts.YEARLY_RATE, new BigDecimal("1E-9"));
        var huge = Trace.take("X-1", "a source", Counts.MINOR_UNITS, new BigDecimal("1E+9"));
        assertEquals("0.000000001", ExplanationJson.of(tiny).get("amount"));
        assertEquals("1000000000", ExplanationJson.of(huge).get("amount"));
    }

    @Test
    void the_schema_knows_every_step_and_all_that_is_counted() {
        for (var step : Step.values()) {
            for (var counts : Counts.values()) {
                var inputs = Map.of(
                        "value",
                        "1",
                        "days",
                        "1",
                        "years",
                        "1",
                        "from",
                        "2025-01-01",
                        "to",
                        "2025-01-01",
                        "principalMinor",
                        "1",
                        "units",
                        "1",
                        "unitsPerYear",
                        "365",
                        "rounding",
                        "HALF_UP");
                var leaf = Trace.take("X-1", "a source", Counts.TIMES, BigDecimal.ONE);
                var parts = step == Step.TAKE ? List.<Trace>of() : List.of(leaf);
                var trace = new Trace("X-1", "a source", step, inputs, counts, BigDecimal.ONE, parts);
                assertEquals(List.of(), Schemas.errors(SCHEMA, Schemas.json(ExplanationJson.of(trace))));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                  | in the tree                 | becomes
            an unknown step            | "step":"ADD"                | "step":"MULTIPLY"
            an amount as a number      | "amount":"9863"             | "amount":9863
            an amount with an exponent | "amount":"9863"             | "amount":"1E4"
            an input left out          | "principalMinor":"1000000", | ''
            an input as a number       | "unitsPerYear":"365"        | "unitsPerYear":365
            a key nobody knows         | "step":"ADD"                | "step":"ADD","note":"x"
            no rule                    | "rule":"SE-INT-10",         | ''
            an unknown count           | "counts":"MINOR_UNITS"      | "counts":"KRONOR"
            """)
    void the_schema_refuses_a_wrong_tree(String mistake, String passage, String becomes) {
        var right = Schemas.json(ExplanationJson.of(TRACE)).toString();
        assertTrue(right.contains(passage), right);
        assertFalse(Schemas.errors(SCHEMA, Schemas.json(right.replace(passage, becomes)))
                .isEmpty());
    }
}
