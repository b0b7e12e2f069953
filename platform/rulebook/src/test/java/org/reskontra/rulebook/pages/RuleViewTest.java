package org.reskontra.rulebook.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.day;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.SmallPack;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleViewTest {

    @Test
    void a_fact_on_a_day_in_plain_values() {
        assertEquals(
                new RuleView(
                        "SE-INT-10",
                        "reference-rate.yearly",
                        "reference-rate",
                        "The rate that late interest is counted from.",
                        List.of(DebtorKind.values()),
                        "percent",
                        "-0.5",
                        day("2025-07-01"),
                        day("2025-12-31"),
                        "notice 2",
                        "likely"),
                RuleView.on(SmallPack.PACK, day("2025-12-31")).getFirst());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "unknown", textBlock = """
            # day      | the rate
            2025-01-01 | 3
            2025-06-30 | 3
            2025-07-01 | -0.5
            2026-06-30 | unknown
            """)
    void the_first_and_the_last_day_of_a_period_belong_to_it(String day, String rate) {
        var view = RuleView.on(SmallPack.PACK, day(day)).getFirst();
        assertEquals("reference-rate.yearly", view.fact());
        assertEquals(rate, view.value());
    }

    @Test
    void a_fact_that_says_nothing_of_the_day_is_left_out() {
        assertEquals(
                List.of(
                        "collection-costs.reminder.maximum",
                        "collection-costs.reminder.must-be-agreed",
                        "allocation.order"),
                RuleView.on(SmallPack.PACK, day("2026-07-01")).stream()
                        .map(RuleView::fact)
                        .toList());
        assertEquals(2, RuleView.on(SmallPack.PACK, day("2019-12-31")).size());
    }

    @Test
    void a_convention_has_neither_first_nor_last_day() {
        var order = RuleView.ofRule(SmallPack.PACK, "SE-PAY-1").getFirst();
        assertNull(order.from());
        assertNull(order.to());
        assertEquals("COSTS, INTEREST, PRINCIPAL", order.value());
    }

    @Test
    void a_rule_is_found_by_its_id_with_all_that_stands_under_it() {
        assertEquals(
                List.of("60.00 SEK up to 1000.00 SEK, unknown up to 5000.00 SEK, 100.00 SEK", "yes"),
                RuleView.ofRule(SmallPack.PACK, "SE-FEE-1").stream()
                        .map(RuleView::value)
                        .toList());
        assertEquals(
                List.of(DebtorKind.BUSINESS, DebtorKind.PUBLIC_BODY),
                RuleView.ofRule(SmallPack.PACK, "SE-FEE-1").getFirst().debtors());
        assertEquals(List.of(), RuleView.ofRule(SmallPack.PACK, "SE-FEE"));
    }

    @Test
    void the_views_of_a_day_are_what_the_pack_says_of_it() {
        var rulebook = Rulebook.standard();
        for (var country : rulebook.countries()) {
            var pack = rulebook.pack(country);
            for (var day : List.of(day("2003-07-01"), day("2013-03-15"), day("2025-06-30"), day("2026-12-31"))) {
                var recorded = pack.facts().stream()
                        .filter(fact -> fact.timeline().periods().stream()
                                .anyMatch(period -> !day.isBefore(period.from()) && !day.isAfter(period.to())))
                        .count();
                assertEquals(recorded, RuleView.on(pack, day).size());
                assertTrue(recorded > 0, country + " says nothing on " + day);
            }
        }
    }
}
