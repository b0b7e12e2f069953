package org.reskontra.rulebook.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplanationTextTest {

    private static final Currency SEK = Currency.getInstance("SEK");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Trace ACROSS_A_CHANGE_OF_RATE =
            interest(late("10 000", "2023-05-15", "2023-08-20")).trace();

    /** With spaces that break, for a reader of the test. */
    private static String text(Trace trace, Language language, Currency currency) {
        return ExplanationText.of(trace, language, currency).replace('\u00a0', ' ');
    }

    private static Trace take(Counts counts, String value) {
        return Trace.take("X-1", "a source", counts, new BigDecimal(value));
    }

    private static Trace day(String day) {
        return take(Counts.DAY, Long.toString(LocalDate.parse(day).toEpochDay()));
    }

    private static Trace node(Step step, Counts counts, Map<String, String> inputs, String amount, Trace... parts) {
        return new Trace("X-1", "a source", step, inputs, counts, new BigDecimal(amount), List.of(parts));
    }

    @Test
    void late_interest_in_swedish() {
        assertEquals("""
                Dröjsmålsränta: 293,01 kr
                  Dröjsmålsränta 2023-05-16–2023-06-30, 46 dagar på 10 000,00 kr à 10,50 % = 132,33 kr
                    Räntesats: 10,50 %, summan av
                      Referensränta: 2,50 % (SE-INT-10)
                      Lagens tillägg: 8,00 procentenheter (SE-INT-1)
                  Dröjsmålsränta 2023-07-01–2023-08-20, 51 dagar på 10 000,00 kr à 11,50 % = 160,68 kr
                    Räntesats: 11,50 %, summan av
                      Referensränta: 3,50 % (SE-INT-10)
                      Lagens tillägg: 8,00 procentenheter (SE-INT-1)""", text(ACROSS_A_CHANGE_OF_RATE, Language.SV, SEK));
    }

    @Test
    void late_interest_in_finnish() {
        assertEquals("""
                Viivästyskorko: 293,01 €
                  Viivästyskorko 16.5.2023–30.6.2023, 46 päivää, pääoma 10 000,00 €, korko 10,50 % = 132,33 €
                    Korkokanta: 10,50 %, yhteensä
                      Viitekorko: 2,50 % (SE-INT-10)
                      Lain mukainen lisä: 8,00 prosenttiyksikköä (SE-INT-1)
                  Viivästyskorko 1.7.2023–20.8.2023, 51 päivää, pääoma 10 000,00 €, korko 11,50 % = 160,68 €
                    Korkokanta: 11,50 %, yhteensä
                      Viitekorko: 3,50 % (SE-INT-10)
                      Lain mukainen lisä: 8,00 prosenttiyksikköä (SE-INT-1)""", text(ACROSS_A_CHANGE_OF_RATE, Language.FI, EUR));
    }

    @Test
    void late_interest_in_english() {
        assertEquals("""
                Late-payment interest: SEK 293.01
                  Late-payment interest 16 May 2023 – 30 June 2023, 46 days on SEK 10,000.00 at 10.50% = SEK 132.33
                    Interest rate: 10.50%, the sum of
                      Reference rate: 2.50% (SE-INT-10)
                      Addition set by law: 8.00 percentage points (SE-INT-1)
                  Late-payment interest 1 July 2023 – 20 August 2023, 51 days on SEK 10,000.00 at 11.50% = SEK 160.68
                    Interest rate: 11.50%, the sum of
                      Reference rate: 3.50% (SE-INT-10)
                      Addition set by law: 8.00 percentage points (SE-INT-1)""", text(ACROSS_A_CHANGE_OF_RATE, Language.EN, SEK));
    }

    @Test
    void a_single_day_and_no_day_at_all() {
        var one = interest(late("10 000", "2024-03-31", "2024-04-01")).trace();
        assertTrue(
                text(one, Language.SV, SEK)
                        .contains("2024-04-01–2024-04-01, 1 dag på 10 000,00 kr à 12,00 % = 3,29 kr"),
                text(one, Language.SV, SEK));
        var none = interest(late("10 000", "2024-03-31", "2024-03-31")).trace();
        assertEquals("Dröjsmålsränta: 0,00 kr", text(none, Language.SV, SEK));
    }

    @Test
    void an_agreed_rate_below_that_of_the_law() {
        var trace = interest(late(DebtorKind.PUBLIC_BODY, "2024-03-31", "2024-04-30", "0.05"))
                .trace();
        assertEquals("""
                Dröjsmålsränta: 98,63 kr
                  Dröjsmålsränta 2024-04-01–2024-04-30, 30 dagar på 10 000,00 kr à 12,00 % = 98,63 kr
                    Räntesats: 12,00 %, det högsta av
                      Avtalad räntesats: 5,00 %
                      Räntesats: 12,00 %, summan av
                        Referensränta: 4,00 % (SE-INT-10)
                        Lagens tillägg: 8,00 procentenheter (SE-INT-1)""", text(trace, Language.SV, SEK));
    }

    @Test
    void every_step_in_every_language() {
        var sent = day("2025-03-03");
        var cost = take(Counts.MINOR_UNITS, "18000");
        var other = take(Counts.MINOR_UNITS, "6000");
        assertSteps(
                node(Step.ADD, Counts.MINOR_UNITS, Map.of(), "24000", cost, other),
                "Belopp: 240,00 kr, summan av",
                "Määrä: 240,00 SEK, yhteensä",
                "Amount: SEK 240.00, the sum of");
        assertSteps(
                node(Step.SUBTRACT, Counts.MINOR_UNITS, Map.of(), "12000", cost, other),
                "Belopp: 120,00 kr, det första minus resten av",
                "Määrä: 120,00 SEK, ensimmäinen vähennettynä muilla",
                "Amount: SEK 120.00, the first less the rest of");
        assertSteps(
                node(Step.HIGHEST, Counts.MINOR_UNITS, Map.of(), "18000", cost, other),
                "Belopp: 180,00 kr, det högsta av",
                "Määrä: 180,00 SEK, suurin seuraavista",
                "Amount: SEK 180.00, the highest of");
        assertSteps(
                node(Step.LOWEST, Counts.MINOR_UNITS, Map.of(), "6000", cost, other),
                "Belopp: 60,00 kr, det lägsta av",
                "Määrä: 60,00 SEK, pienin seuraavista",
                "Amount: SEK 60.00, the lowest of");
        assertSteps(
                node(Step.HIGHEST, Counts.DAY, Map.of(), sent.amount().toPlainString(), sent),
                "Dag: 2025-03-03, den senaste av",
                "Päivä: 3.3.2025, myöhäisin seuraavista",
                "Day: 3 March 2025, the latest of");
        assertSteps(
                node(Step.LOWEST, Counts.DAY, Map.of(), sent.amount().toPlainString(), sent),
                "Dag: 2025-03-03, den tidigaste av",
                "Päivä: 3.3.2025, aikaisin seuraavista",
                "Day: 3 March 2025, the earliest of");
        assertSteps(
                node(
                        Step.PLUS_DAYS,
                        Counts.DAY,
                        Map.of("days", "8"),
                        day("2025-03-11").amount().toString(),
                        sent),
                "Dag: 2025-03-11, 8 dagar efter",
                "Päivä: 11.3.2025, 8 päivää tämän jälkeen",
                "Day: 11 March 2025, 8 days after");
        assertSteps(
                node(
                        Step.PLUS_DAYS,
                        Counts.DAY,
                        Map.of("days", "0"),
                        sent.amount().toPlainString(),
                        sent),
                "Dag: 2025-03-03, 0 dagar efter",
                "Päivä: 3.3.2025, 0 päivää tämän jälkeen",
                "Day: 3 March 2025, 0 days after");
        assertSteps(
                node(
                        Step.PLUS_DAYS,
                        Counts.DAY,
                        Map.of("days", "-1"),
                        day("2025-03-02").amount().toString(),
                        sent),
                "Dag: 2025-03-02, 1 dag före",
                "Päivä: 2.3.2025, 1 päivä tätä ennen",
                "Day: 2 March 2025, 1 day before");
        assertSteps(
                node(
                        Step.PLUS_YEARS,
                        Counts.DAY,
                        Map.of("years", "3"),
                        day("2028-03-03").amount().toString(),
                        sent),
                "Dag: 2028-03-03, 3 år efter",
                "Päivä: 3.3.2028, 3 vuotta tämän jälkeen",
                "Day: 3 March 2028, 3 years after");
        assertSteps(take(Counts.TIMES, "2"), "Antal: 2 (X-1)", "Lukumäärä: 2 (X-1)", "Number: 2 (X-1)");
        assertSteps(
                node(Step.ADD, Counts.MINOR_UNITS_TIMES_DAYS, Map.of(), "1234567"),
                "Ränta: 12 345,67 kr × dagar, summan av",
                "Korko: 12 345,67 SEK × päivät, yhteensä",
                "Interest: SEK 12,345.67 × days, the sum of");
    }

    private static void assertSteps(Trace trace, String swedish, String finnish, String english) {
        TraceCheck.recompute(trace.parts().isEmpty() && trace.step() != Step.TAKE ? take(Counts.TIMES, "1") : trace);
        assertEquals(swedish, text(trace, Language.SV, SEK).lines().findFirst().orElseThrow());
        assertEquals(finnish, text(trace, Language.FI, SEK).lines().findFirst().orElseThrow());
        assertEquals(english, text(trace, Language.EN, SEK).lines().findFirst().orElseThrow());
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # rule    | source                    | named
            SE-FEE-1  | an act                    | Skriftlig påminnelse
            SE-FEE-99 | an act                    | Kostnad
            FI-INT-10 | a notice                  | Referensränta
            SE-INT-1  | an act                    | Lagens tillägg
            SE-INT-17 | an act                    | Belopp
            SE-FEE-1  | asked for by the creditor | Borgenärens begäran
            """)
    void a_node_is_named_by_its_source_its_rule_or_what_it_counts(String rule, String source, String named) {
        var trace = Trace.take(rule, source, Counts.MINOR_UNITS, new BigDecimal("100"));
        assertEquals(named, Phrases.of(Language.SV).name(trace));
    }

    @ParameterizedTest
    @EnumSource
    void every_language_says_the_same_with_the_same_places(Language language) {
        var swedish = Phrases.of(Language.SV);
        var phrases = Phrases.of(language);
        assertTrue(phrases.keys().size() > 20);
        assertEquals(new TreeSet<>(swedish.keys()), new TreeSet<>(phrases.keys()));
        for (var key : phrases.keys()) {
            assertEquals(places(swedish.text(key)), places(phrases.text(key)), key);
            assertFalse(phrases.text(key).isBlank(), key);
        }
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        Pattern.compile("\\{\\w+}").matcher(text).results().forEach(match -> places.add(match.group()));
        return places;
    }

    @ParameterizedTest
    @EnumSource
    void every_step_has_words_of_its_own(Step step) {
        for (var language : Language.values()) {
            for (var counts : Counts.values()) {
                var trace = node(step, counts, Map.of(), "0");
                assertFalse(Phrases.of(language).sentence(trace).isBlank());
                assertFalse(Phrases.of(language).name(trace).isBlank());
            }
        }
    }

    @Test
    void a_place_that_nothing_fills_is_noticed() {
        var refused = assertThrows(
                IllegalStateException.class, () -> Phrases.filled("{amount} on {day}", Map.of("amount", "1")));
        assertEquals("nothing to fill {day} with in: {amount} on {day}", refused.getMessage());
        assertThrows(IllegalStateException.class, () -> Phrases.of(Language.SV).text("no.such.key"));
    }

    @Test
    void a_node_that_lacks_an_input_is_refused_by_name() {
        var rate = take(Counts.YEARLY_RATE, "0.1");
        var dates = Map.of("from", "2025-01-01", "to", "2025-01-31", "units", "31");
        var lacking = node(Step.ACCRUE, Counts.MINOR_UNITS_TIMES_DAYS, dates, "0", rate);
        var refused =
                assertThrows(IllegalArgumentException.class, () -> ExplanationText.lines(lacking, Language.EN, SEK));
        assertEquals("X-1 lacks principalMinor", refused.getMessage());
        var unrated = node(Step.ACCRUE, Counts.MINOR_UNITS_TIMES_DAYS, dates, "0");
        assertEquals(
                "X-1 lacks parts",
                assertThrows(IllegalArgumentException.class, () -> ExplanationText.lines(unrated, Language.EN, SEK))
                        .getMessage());
        var undivided = node(Step.DIVIDE_AND_ROUND, Counts.MINOR_UNITS, Map.of("rounding", "HALF_UP"), "0", rate);
        assertEquals(
                "X-1 lacks unitsPerYear",
                assertThrows(IllegalArgumentException.class, () -> ExplanationText.lines(undivided, Language.EN, SEK))
                        .getMessage());
    }

    @Test
    void lines_say_how_deep_they_stand() {
        var lines = ExplanationText.lines(ACROSS_A_CHANGE_OF_RATE, Language.EN, SEK);
        assertEquals(
                List.of(0, 1, 2, 3, 3, 1, 2, 3, 3),
                lines.stream().map(ExplanationText.Line::depth).toList());
    }
}
