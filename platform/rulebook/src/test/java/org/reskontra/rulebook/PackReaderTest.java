package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.RATES;
import static org.reskontra.rulebook.Sweden.RULES;
import static org.reskontra.rulebook.Sweden.replaced;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong pack is the Swedish one with a single mistake in it. */
class PackReaderTest {

    private static String refusal(PackFile rules, PackFile rates) {
        return assertThrows(PackRefused.class, () -> PackReader.read(rules, rates))
                .getMessage();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                | in the file                                              | becomes                                                   | refused with
            a gap                    | { from: 2024-07-01, to: 2024-12-31                       | { from: 2024-07-02, to: 2024-12-31                        | referenceRate.periods[44].from: leaves a gap: nothing is said from 2024-07-01
            a half-year left out     | - { from: 2024-07-01, to: 2024-12-31, value: 4.0, source: "SFS 2024:613", confidence: certain } | # | leaves a gap
            an overlap               | { from: 2024-01-01, to: 2024-06-30                       | { from: 2024-01-01, to: 2024-07-01                        | referenceRate.periods[44].from: overlaps: the period before lasts through 2024-07-01
            a period ends too early  | { from: 2024-01-01, to: 2024-06-30                       | { from: 2024-01-01, to: 2023-06-30                        | referenceRate.periods[43].to: 2023-06-30 is before 2024-01-01
            no source                | value: 4.0, source: "SFS 2024:613"                       | value: 4.0                                                | referenceRate.periods[44]: lacks 'source'
            an empty source          | source: "SFS 2024:613"                                   | source: ""                                                | referenceRate.periods[44].source: must be a text
            no confidence            | source: "SFS 2024:613", confidence: certain              | source: "SFS 2024:613"                                    | lacks 'confidence'
            an unsure value          | source: "SFS 2024:613", confidence: certain              | source: "SFS 2024:613", confidence: unsure                | write an unsure value as unknown
            unknown yet certain      | source: "notice not read", confidence: unsure            | source: "notice not read", confidence: certain            | must be unsure where the value is unknown
            no value                 | to: 2024-12-31, value: 4.0                               | to: 2024-12-31                                            | referenceRate.periods[44]: lacks 'value'
            not a number             | to: 2024-12-31, value: 4.0                               | to: 2024-12-31, value: four                               | must be a number, not 'four'
            a comma for a point      | to: 2024-12-31, value: 4.0                               | to: 2024-12-31, value: '4,0'                              | must be a number, not '4,0'
            not a date               | from: 2024-07-01                                         | from: 2024-7-1                                            | must be a date such as 2026-01-31, not '2024-7-1'
            no such day              | from: 2024-07-01                                         | from: 2024-06-31                                          | must be a date
            a wrong unit             | unit: percent                                            | unit: basis points                                        | referenceRate.unit: must be 'percent', not 'basis points'
            basis points by mistake  | to: 2024-12-31, value: 4.0                               | to: 2024-12-31, value: 400                                | 400 per cent is no rate
            a rate for ever          | { from: 2026-07-01, to: 2026-12-31                       | { from: 2026-07-01                                        | the last period needs 'to'
            an open period followed  | { from: 2024-01-01, to: 2024-06-30                       | { from: 2024-01-01                                        | follows a period that has no 'to'
            an unknown key           | confidence: unsure }                                     | confidence: unsure, comment: later }                      | has keys nobody knows: [comment]
            an unknown key on top    | referenceRate:                                           | extra: 1\\nreferenceRate:                                  | has keys nobody knows: [extra]
            a key twice              | country: SE                                              | country: SE\\ncountry: SE                                  | is not the YAML we read
            another country          | country: SE                                              | country: FI                                               | country: must be SE as in the rules
            """)
    void wrong_rates(String mistake, String passage, String becomes, String reason) {
        var message = refusal(RULES, replaced(RATES, passage, becomes.replace("\\n", "\n")));
        assertTrue(message.startsWith("packs/se/reference-rates.yaml: "), message);
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                | in the file                         | becomes                            | refused with
            an unknown key           | mustBeAgreed: true                  | mustBeAgreed: true\\n    vat: 0     | collectionCosts.REMINDER: has keys nobody knows: [vat]
            an unknown section       | collectionDemand:                   | tratta: { }\\ncollectionDemand:     | has keys nobody knows: [tratta]
            a misspelt section       | collectionDemand:                   | collectionDemands:                 | lacks 'collectionDemand'
            euro in a krona pack     | unit: SEK                           | unit: EUR                          | collectionCosts.REMINDER.unit: must be 'SEK', not 'EUR'
            parts of an öre          | value: 60,                          | value: 60.001,                     | must be a number of SEK with its usual decimals
            a negative amount        | value: 60,                          | value: -60,                        | must not be negative
            neither yes nor no       | mustBeAgreed: true                  | mustBeAgreed: maybe                | must be true or false, not 'maybe'
            a debtor nobody knows    | value: [CONSUMER]                   | value: [CITIZEN]                   | interest.warningNeeded.value: knows [CONSUMER, BUSINESS, PUBLIC_BODY], not 'CITIZEN'
            a part of a claim lost   | [COSTS, INTEREST, PRINCIPAL]        | [COSTS, PRINCIPAL]                 | allocation[0].value: must name each of [COSTS, INTEREST, PRINCIPAL] once
            a part named twice       | [COSTS, INTEREST, PRINCIPAL]        | [COSTS, COSTS, PRINCIPAL]          | names COSTS twice
            no deadline at all       | value: 8\\n                          | value: 0\\n                         | collectionDemand.deadline.value: must be 1 to 366 days, not 0
            half a day               | value: 8\\n                          | value: 8.5\\n                       | must be a whole number, not '8.5'
            a day count nobody knows | value: ACT/365                      | value: 30E/360                     | must be ACT/365 or ACT/ACT, not '30E/360'
            no rounding              | value: HALF_UP                      | value: UNNECESSARY                 | must say how to round
            a wrong version          | version: 2026.2                     | version: latest                    | version: must be a year and an edition, such as 2026.2, not 'latest'
            not a mapping            | deadline:\\n    rule: SE-COL-4       | deadline:\\n    - SE-COL-4          | is not the YAML we read
            """)
    void wrong_rules(String mistake, String passage, String becomes, String reason) {
        var rules = replaced(RULES, passage.replace("\\n", "\n"), becomes.replace("\\n", "\n"));
        var message = refusal(rules, RATES);
        assertTrue(message.startsWith("packs/se/rules.yaml: "), message);
        assertTrue(message.contains(reason), message);
    }

    @Test
    void every_kind_of_debtor_needs_a_margin_and_only_one() {
        var consumersOnly = replaced(
                RULES,
                "- rule: SE-INT-1\n      debtors: [CONSUMER, BUSINESS, PUBLIC_BODY]",
                "- rule: SE-INT-1\n      debtors: [CONSUMER]");
        assertTrue(refusal(consumersOnly, RATES).contains("interest.margins: has no entry for "));

        var margin = RULES.text()
                .substring(
                        RULES.text().indexOf("    - rule: SE-INT-1"),
                        RULES.text().indexOf("  # Whose contract"));
        var twice = new PackFile(RULES.name(), RULES.text().replace(margin, margin + margin));
        assertTrue(refusal(twice, RATES).contains("interest.margins[1].debtors: CONSUMER already has an entry"));
    }

    static Stream<String> notAPack() {
        return Stream.of(
                "",
                "# only a comment\n",
                "country: SE\n---\ncountry: FI\n",
                "just words",
                "- a\n- list\n",
                "country: [SE\n",
                "country: *nowhere\n",
                "country: !!java.io.File /\n");
    }

    @ParameterizedTest
    @MethodSource("notAPack")
    void what_is_no_pack_at_all_is_refused_by_name(String text) {
        assertTrue(refusal(new PackFile("packs/xx/rules.yaml", text), RATES).startsWith("packs/xx/rules.yaml: "));
    }

    @Test
    void the_id_holds_country_version_and_the_content() {
        var pack = PackReader.read(RULES, RATES);
        assertTrue(pack.id().matches("SE-2026\\.2\\+[0-9a-f]{12}"), pack.id());
        assertEquals(pack.id(), PackReader.read(RULES, RATES).id());
        assertNotEquals(
                pack.id(),
                PackReader.read(RULES, replaced(RATES, "to: 2024-12-31, value: 4.0", "to: 2024-12-31, value: 4.5"))
                        .id());
        assertNotEquals(pack.id(), Sweden.amended("value: 8\n", "value: 9\n").id());
    }

    @Test
    void line_ends_of_another_system_do_not_change_the_id() {
        var windows = new PackFile(RULES.name(), RULES.text().replace("\n", "\r\n"));
        assertEquals(
                PackReader.read(RULES, RATES).id(),
                PackReader.read(windows, RATES).id());
    }
}
