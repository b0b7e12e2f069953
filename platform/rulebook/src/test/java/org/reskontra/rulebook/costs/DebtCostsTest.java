package org.reskontra.rulebook.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.costs.CostTable.debt;
import static org.reskontra.rulebook.costs.CostTable.decide;
import static org.reskontra.rulebook.costs.CostTable.each;
import static org.reskontra.rulebook.costs.CostTable.open;
import static org.reskontra.rulebook.costs.CostTable.why;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.TraceCheck;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DebtCostsTest {

    private static final LateDebt CONSUMER = debt(PACK, "CONSUMER", "1000", "2025-01-31", "agreed");

    @Test
    void a_debt_nobody_has_collected_costs_nothing() {
        var result = assertInstanceOf(CostResult.Decided.class, DebtCosts.decide(PACK, CONSUMER, List.of()));
        assertEquals(kr("0"), result.statement().total());
        assertEquals(PACK.id(), result.statement().pack());
        assertEquals(BigDecimal.ZERO, TraceCheck.recompute(result.statement().trace()));
    }

    @Test
    void the_trace_of_a_capped_charge_shows_what_was_left() {
        var finland = Rulebook.standard().pack(Country.FI);
        var measures = "reminder +14, reminder +28, demand +42, demand +56, plan of 9 +60, extension for 20 at 3 +70";
        var result = decide(finland, debt(finland, "CONSUMER", "2000", "2025-03-01", "enforceable"), measures);
        var last = result.statement().steps().getLast().trace();

        assertEquals(Trace.Step.LOWEST, last.step());
        assertEquals("FI-FEE-10", last.ruleId());
        assertEquals(
                List.of("300", "500", "0"),
                last.parts().stream().map(part -> part.amount().toPlainString()).toList());
        assertEquals(Trace.Step.SUBTRACT, last.parts().getLast().step());
    }

    @Test
    void the_trace_of_a_refusal_names_the_reason() {
        var step = CostStep.of(CollectionCost.HANDOVER, day("2025-02-10"));
        var trace = DebtCosts.decide(PACK, CONSUMER, List.of(step))
                .statement()
                .steps()
                .getFirst()
                .trace();
        assertEquals("NOT_CHARGEABLE", trace.inputs().get("reason"));
        assertEquals("SE-FEE-7", trace.ruleId());
    }

    @Test
    void a_limit_in_another_currency_than_the_debt_needs_a_person() {
        var debt = new LateDebt(DebtorKind.BUSINESS, Money.of(1_000_00, "EUR"), day("2025-01-31"), false, true, true);
        var result =
                DebtCosts.decide(PACK, debt, List.of(CostStep.of(CollectionCost.COLLECTION_DEMAND, day("2025-02-20"))));
        assertEquals("SE-FEE-2 SE-FEE-5", open(result));
        assertEquals(Money.of(0, "EUR"), result.statement().total());
    }

    @Test
    void a_sure_refusal_needs_no_person_whatever_else_is_unknown() {
        var result = decide(PACK, debt(PACK, "CONSUMER", "1000", "2003-01-31", "plain"), "reminder +10");
        assertEquals("NOT_AGREED SE-FEE-1", why(result.statement()));
        assertEquals("none", open(result));
    }

    @Test
    void a_later_law_that_allows_less_takes_nothing_back() {
        var pack = amended(
                "  - fact: collection-costs.compensation.amount", """
                  - fact: collection-costs.total.maximum
                    rule: SE-FEE-99
                    about: A cap for this test.
                    untested: only here
                    unit: SEK by principal
                    periods:
                      - { from: 2003-07-01, to: 2025-02-28, value: 300, source: "an act", confidence: certain }
                      - { from: 2025-03-01, value: 200, source: "a later act", confidence: certain }
                  - fact: collection-costs.compensation.amount""".indent(2).stripTrailing());
        var result = decide(pack, CONSUMER, "demand +10, plan of 3 +20, reminder +40");
        assertEquals("180 + 120 + 0", each(result.statement()));
        assertEquals("LIMITED_BY_TOTAL SE-FEE-99", why(result.statement()));
    }

    @Test
    void where_nobody_knows_whether_costs_come_beside_the_compensation_the_lower_sum_is_shown() {
        var pack = amended(
                "value: yes, source: \"Act 1981:739 s. 4 a, two secondary sources\", confidence: likely",
                "value: unknown, source: \"not read\", confidence: unsure");
        var debt = debt(pack, "BUSINESS", "1000", "2025-01-31", "compensation");
        var withCosts = decide(pack, debt, "demand +10");
        assertEquals("SE-FEE-6", open(withCosts));
        assertEquals(kr("450"), withCosts.statement().total());
        assertEquals("none", open(decide(pack, debt, null)));
    }

    static Stream<Runnable> mistakes() {
        var reminder = CostStep.of(CollectionCost.REMINDER, day("2025-02-10"));
        var demand = CostStep.of(CollectionCost.COLLECTION_DEMAND, day("2025-02-09"));
        return Stream.of(
                () -> DebtCosts.decide(PACK, CONSUMER, List.of(reminder, demand)),
                () -> DebtCosts.decide(PACK, CONSUMER, List.of(reminder.at(Money.of(100, "EUR")))),
                () -> reminder.at(kr("-1")),
                () -> CostStep.plan(day("2025-02-10"), 0),
                () -> CostStep.of(CollectionCost.INSTALMENT_PLAN, day("2025-02-10")),
                () -> CostStep.extension(day("2025-02-10"), 0),
                () -> new CostStep(CollectionCost.REMINDER, day("2025-02-10"), null, 3, 0, false),
                () -> new LateDebt(DebtorKind.CONSUMER, kr("-1"), day("2025-01-31"), false, false, false));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakes_of_the_caller_are_exceptions(Runnable mistake) {
        assertThrows(IllegalArgumentException.class, mistake::run);
    }
}
