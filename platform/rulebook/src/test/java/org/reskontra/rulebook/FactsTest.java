package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of every fact of every country. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FactsTest {

    private static final Pattern METHOD = Pattern.compile("\\bvoid (G\\d+)[a-z]?_\\w*\\(");
    private static final Pattern ROW = Pattern.compile("(?m)^\\s*\"?(G\\d+)[a-z]?\\s*[|,]");
    private static final Pattern NAME = Pattern.compile("\\bname = \"(G\\d+)[a-z]?\\b");

    static Stream<Fact<?>> facts() {
        var rulebook = Rulebook.standard();
        return rulebook.countries().stream().flatMap(country -> rulebook.pack(country).facts().stream());
    }

    @Test
    void every_value_has_its_source_and_says_how_well_it_is_known() {
        assertTrue(facts().count() > 10);
        facts().forEach(fact -> {
            assertFalse(fact.timeline().periods().isEmpty(), fact::toString);
            for (var period : fact.timeline().periods()) {
                assertFalse(period.source().isBlank(), fact::toString);
                assertEquals(period.value().isEmpty(), period.confidence() == Confidence.UNSURE, fact::toString);
            }
        });
    }

    @Test
    void every_fact_has_a_rule_of_its_country_a_sentence_and_somebody_who_owes() {
        var rulebook = Rulebook.standard();
        for (var country : rulebook.countries()) {
            for (var fact : rulebook.pack(country).facts()) {
                assertTrue(fact.rule().startsWith(country + "-"), fact::toString);
                assertTrue(fact.about().endsWith("."), fact::toString);
                assertFalse(fact.debtors().isEmpty(), fact::toString);
            }
        }
    }

    @Test
    void every_fact_has_a_golden_case_or_says_why_it_has_none() {
        facts().forEach(fact -> assertTrue(
                fact.cases().isEmpty() == fact.untested().isPresent()
                        && fact.untested().map(reason -> !reason.isBlank()).orElse(true),
                fact::toString));
    }

    @Test
    void every_golden_case_that_a_fact_names_is_a_test() {
        var missing = named();
        missing.removeAll(shown(sources()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_golden_case_of_the_law_is_named_by_a_fact() {
        var missing = new TreeSet<String>();
        IntStream.rangeClosed(1, 36).filter(number -> number != 35).forEach(number -> missing.add("G" + number));
        missing.removeAll(named());
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            void G8_without_due_date_interest_starts_later() {          ; G8
                        G10a | 10 000    | 2024-03-31                   ; G10
                "G34, bankgiro, 991-2346",                              ; G34
            @ParameterizedTest(name = "G11 reminder of {0}")            ; G11
            // shows G8 and G9                                          ; ''
            void interest_of_G8() {                                     ; ''
            """)
    void a_case_is_shown_by_the_name_of_a_test_or_of_a_row(String line, String found) {
        assertEquals(found, String.join(" ", shown(line)));
    }

    @Test
    void a_case_that_no_test_shows_would_be_noticed() {
        var shown = shown(sources());
        assertAll(() -> assertTrue(shown.contains("G1")), () -> assertFalse(shown.contains("G99")));
    }

    private static Set<String> named() {
        var named = new TreeSet<String>();
        facts().forEach(fact -> fact.cases().forEach(name -> named.add(name.replaceAll("[a-z]$", ""))));
        return named;
    }

    /** The cases that have a test method or a row of their own. */
    private static Set<String> shown(String sources) {
        var shown = new TreeSet<String>();
        Stream.of(METHOD, ROW, NAME)
                .flatMap(pattern -> pattern.matcher(sources).results())
                .forEach(match -> shown.add(match.group(1)));
        return shown;
    }

    private static String sources() {
        try (var files = Files.walk(Approved.MODULE.resolve("src/test/java"))) {
            var text = new StringBuilder();
            for (var file : files.filter(FactsTest::isSource).sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("FactsTest.java");
    }
}
