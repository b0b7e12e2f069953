package org.reskontra.rulebook;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas help people and editors to write packs; the strict reader decides. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PackSchemaTest {

    private static final String HEAD = "packs/pack.schema.json";
    private static final String SUBJECT = "packs/subject.schema.json";
    private static final Pattern QUESTIONS =
            Pattern.compile("(\"description\": \"What the rulebook can be asked.\",\\s*\"enum\": \\[)[^]]*]");

    private static final String RATE = """
            country: SE
            subject: reference-rate
            facts:
              - fact: reference-rate.yearly
                rule: SE-INT-10
                about: The rate that late interest is counted from.
                cases: [G1]
                unit: percent
                periods:
                  - { from: 2025-01-01, to: 2025-06-30, value: 3.0, source: "notice", confidence: certain }
                  - { from: 2025-07-01, to: 2025-12-31, value: unknown, source: "not read", confidence: unsure }
            """;

    private static final String FEE = """
            country: SE
            subject: collection-costs
            facts:
              - fact: collection-costs.reminder.maximum
                rule: SE-FEE-1
                about: A written reminder.
                untested: an example
                unit: SEK by principal
                value: [{ upTo: 100, is: 5 }, { upTo: 1000, is: unknown }, { is: 10 }]
                source: "an act"
                confidence: likely
            """;

    static Stream<String> heads() {
        return countries().map(country -> "packs/" + country + "/pack.yaml");
    }

    static Stream<String> subjects() {
        return countries()
                .flatMap(country ->
                        PackReader.Head.of(PackFile.shipped("packs/" + country + "/pack.yaml")).subjects().stream()
                                .map(subject -> "packs/" + country + "/" + subject + ".yaml"));
    }

    private static Stream<String> countries() {
        return Schemas.yaml(PackFile.shipped("packs/countries.yaml").text())
                .get("countries")
                .valueStream()
                .map(country -> country.textValue().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void every_head_that_ships_follows_the_schema(String file) {
        assertEquals(
                List.of(),
                Schemas.errors(HEAD, Schemas.yaml(PackFile.shipped(file).text())));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void every_subject_that_ships_follows_the_schema_and_is_named_as_its_file(String file) {
        var subject = Schemas.yaml(PackFile.shipped(file).text());
        assertEquals(List.of(), Schemas.errors(SUBJECT, subject));
        assertTrue(file.endsWith("/" + subject.get("subject").textValue() + ".yaml"), file);
        for (var fact : subject.get("facts")) {
            assertTrue(fact.has("rule"), () -> file + " changes a fact: only an operator does that");
        }
    }

    @Test
    void the_schema_lists_every_question_there_is() {
        var text = PackFile.shipped(SUBJECT).text();
        var names = Facts.names().stream().collect(joining("\",\n        \"", "\n        \"", "\"\n      "));
        var listed = QUESTIONS.matcher(text).replaceFirst("$1" + Matcher.quoteReplacement(names) + "]");
        Approved.hold(Approved.MODULE.resolve("src/main/resources/" + SUBJECT), listed);
        assertTrue(listed.contains("\"late-interest.margin\""), listed);
    }

    @Test
    void an_operator_changes_the_days_of_a_fact_without_repeating_its_rule() {
        var change = RATE.replaceAll("(?m)^ +(rule|about|cases):.*\\n", "");
        assertFalse(change.contains("rule"), change);
        assertEquals(List.of(), Schemas.errors(SUBJECT, Schemas.yaml(change)));
    }

    @Test
    void the_examples_follow_the_schema() {
        assertEquals(List.of(), Schemas.errors(SUBJECT, Schemas.yaml(RATE)));
        assertEquals(List.of(), Schemas.errors(SUBJECT, Schemas.yaml(FEE)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                   | in the file                        | becomes
            an unknown question         | reference-rate.yearly              | reference-rate.monthly
            an unknown key              | unit: percent                      | note: by hand\\n    unit: percent
            an unknown key of a period  | confidence: certain                | confidence: certain, note: by hand
            no unit                     | '    unit: percent\\n'             | ''
            neither case nor reason     | '    cases: [G1]\\n'               | ''
            both case and reason        | cases: [G1]                        | cases: [G1]\\n    untested: too simple
            no such case                | cases: [G1]                        | cases: [first]
            no such rule                | rule: SE-INT-10                    | rule: interest
            nobody owes                 | unit: percent                      | debtors: [CITIZEN]\\n    unit: percent
            no source                   | ', source: "notice"'               | ''
            no first day                | 'from: 2025-01-01, '               | ''
            not a day                   | from: 2025-01-01                   | from: 2025-1-1
            a guess                     | confidence: certain                | confidence: unsure
            an unknown that is certain  | confidence: unsure                 | confidence: certain
            a confidence nobody knows   | confidence: certain                | confidence: sure
            basis points                | value: 3.0                         | value: 300
            a rate in words             | value: 3.0                         | value: three
            periods and a value         | unit: percent                      | unit: percent\\n    value: 3.0\\n    source: notice\\n    confidence: likely
            """)
    void the_schema_refuses_a_wrong_rate(String mistake, String passage, String becomes) {
        assertRefused(RATE, passage, becomes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                   | in the file                        | becomes
            a negative tier             | is: 5                              | is: -5
            a tier that says nothing    | ', is: 10 '                        | ' '
            a tier with too much        | upTo: 100, is: 5                   | from: 0, upTo: 100, is: 5
            a tier in words             | is: 5                              | is: five
            an amount in words          | value: [                           | value: five # [
            """)
    void the_schema_refuses_a_wrong_scale(String mistake, String passage, String becomes) {
        assertRefused(FEE.replace("{ is: 10 }", "{ upTo: 2000, is: 10 }"), passage, becomes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                   | in the file     | becomes
            no country                  | country: SE     | '# country'
            an edition without a year   | version: 2026   | version: latest #
            neither yes nor no          | inUse: yes      | inUse: maybe
            a subject twice             | [reference-rate | [allocation, reference-rate
            an unknown key              | inUse: yes      | inUse: yes\\nlanguage: sv
            """)
    void the_schema_refuses_a_wrong_head(String mistake, String passage, String becomes) {
        var text = Sweden.HEAD.text();
        assertTrue(text.contains(passage), passage);
        assertFalse(Schemas.errors(HEAD, Schemas.yaml(text.replace(passage, becomes.replace("\\n", "\n"))))
                .isEmpty());
    }

    private static void assertRefused(String text, String passage, String becomes) {
        var wrong = text.replace(passage.replace("\\n", "\n"), becomes.replace("\\n", "\n"));
        assertFalse(wrong.equals(text), passage);
        assertFalse(Schemas.errors(SUBJECT, Schemas.yaml(wrong)).isEmpty());
    }
}
