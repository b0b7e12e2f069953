package org.reskontra.rulebook.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.contracts.Country;
import org.reskontra.rulebook.Approved;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.SmallPack;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulesPageTest {

    @Test
    void the_page_of_a_small_pack_is_as_approved() {
        var file = Approved.MODULE.resolve("src/test/resources/pages/small-pack.approved.md");
        Approved.hold(file, RulesPage.markdown(SmallPack.PACK));
    }

    static Stream<Country> countries() {
        return Rulebook.standard().countries().stream();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void every_fact_every_rule_and_every_period_stand_on_the_page_of_the_country(Country country) {
        var pack = Rulebook.standard().pack(country);
        var page = RulesPage.markdown(pack);
        assertTrue(page.contains(" (" + country + ")\n\nPack `" + pack.id() + "`"), page);
        long periods = 0;
        for (var fact : pack.facts()) {
            assertTrue(page.contains("### " + fact.key().name() + "\n"), fact::rule);
            assertTrue(page.contains("Rule " + fact.rule() + ";"), fact::rule);
            assertTrue(page.contains("\n" + fact.about() + "\n"), fact::rule);
            periods += fact.timeline().periods().size();
        }
        var lines = page.lines().filter(line -> line.startsWith("| ")).toList();
        assertEquals(periods + pack.facts().size(), lines.size(), "a line for each period and a head for each table");
        for (var line : lines) {
            assertEquals(
                    5, line.replace("\\|", "").chars().filter(c -> c == '|').count() - 1, line);
        }
    }

    @ParameterizedTest
    @MethodSource("countries")
    void every_unknown_value_stands_out(Country country) {
        var pack = Rulebook.standard().pack(country);
        var unknown = pack.facts().stream()
                .flatMap(fact -> fact.timeline().periods().stream())
                .filter(period -> period.value().isEmpty())
                .count();
        var marked = RulesPage.markdown(pack)
                .lines()
                .filter(line -> line.contains("| **unknown** | unsure |"))
                .count();
        assertEquals(unknown, marked);
    }
}
