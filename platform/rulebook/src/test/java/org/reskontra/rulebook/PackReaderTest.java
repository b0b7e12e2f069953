package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.FILES;
import static org.reskontra.rulebook.Sweden.HEAD;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.replaced;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong pack is the Swedish one with a single mistake in it. */
class PackReaderTest {

    private static String refusal(String subject, String passage, String becomes) {
        return assertThrows(
                        PackRefused.class,
                        () -> amended(subject, passage.replace("\\n", "\n"), becomes.replace("\\n", "\n")))
                .getMessage();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                | in the file                                              | becomes                                                   | refused with
            a gap                    | { from: 2024-07-01, to: 2024-12-31                       | { from: 2024-07-02, to: 2024-12-31                        | facts[0].periods[44].from: leaves a gap: nothing is said from 2024-07-01
            a half-year left out     | - { from: 2024-07-01, to: 2024-12-31, value: 4.0, source: "SFS 2024:613", confidence: certain } | # | leaves a gap
            an overlap               | { from: 2024-01-01, to: 2024-06-30                       | { from: 2024-01-01, to: 2024-07-01                        | facts[0].periods[44].from: overlaps: the period before lasts through 2024-07-01
            a period ends too early  | { from: 2024-01-01, to: 2024-06-30                       | { from: 2024-01-01, to: 2023-06-30                        | facts[0].periods[43].to: 2023-06-30 is before 2024-01-01
            no source                | value: 4.0, source: "SFS 2024:613"                       | value: 4.0                                                | facts[0].periods[44]: lacks 'source'
            an empty source          | source: "SFS 2024:613"                                   | source: ""                                                | facts[0].periods[44].source: must be a text
            no confidence            | source: "SFS 2024:613", confidence: certain              | source: "SFS 2024:613"                                    | lacks 'confidence'
            an unsure value          | source: "SFS 2024:613", confidence: certain              | source: "SFS 2024:613", confidence: unsure                | write an unsure value as unknown
            unknown yet certain      | source: "notice not read", confidence: unsure            | source: "notice not read", confidence: certain            | must be unsure where the value is unknown
            no value                 | to: 2024-12-31, value: 4.0                               | to: 2024-12-31                                            | facts[0].periods[44]: lacks 'value'
            not a number             | to: 2024-12-31, value: 4.0                               | to: 2024-12-31, value: four                               | must be a number, not 'four'
            a comma for a point      | to: 2024-12-31, value: 4.0                               | to: 2024-12-31, value: '4,0'                              | must be a number, not '4,0'
            not a date               | from: 2024-07-01                                         | from: 2024-7-1                                            | must be a date such as 2026-01-31, not '2024-7-1'
            no such day              | from: 2024-07-01                                         | from: 2024-06-31                                          | must be a date
            a wrong unit             | unit: percent                                            | unit: basis points                                        | facts[0].unit: must be 'percent', not 'basis points'
            basis points by mistake  | to: 2024-12-31, value: 4.0                               | to: 2024-12-31, value: 400                                | 400 per cent is no rate
            a rate for ever          | { from: 2026-07-01, to: 2026-12-31                       | { from: 2026-07-01                                        | the last period needs 'to'
            an open period followed  | { from: 2024-01-01, to: 2024-06-30                       | { from: 2024-01-01                                        | follows a period that has no 'to'
            an unknown key           | confidence: unsure }                                     | confidence: unsure, comment: later }                      | has keys nobody knows: [comment]
            an unknown key on top    | subject: reference-rate                                  | extra: 1\\nsubject: reference-rate                          | has keys nobody knows: [extra]
            a key twice              | country: SE                                              | country: SE\\ncountry: SE                                  | reference-rate.yaml:6: holds 'country' twice
            another country          | country: SE                                              | country: FI                                               | country: must be SE as in the pack
            """)
    void wrong_rates(String mistake, String passage, String becomes, String reason) {
        var message = refusal("reference-rate", passage, becomes);
        assertTrue(message.startsWith("packs/se/reference-rate.yaml:"), message);
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            # subject          | mistake                  | in the file                         | becomes                            | refused with
            collection-costs   | an unknown key           | rule: SE-FEE-1\\n    about: A       | rule: SE-FEE-1\\n    vat: 0\\n    about: A | facts[0]: has keys nobody knows: [vat]
            collection-costs   | an unknown question      | collection-costs.reminder.maximum   | collection-costs.reminder.minimum  | facts[0].fact: nobody asks for 'collection-costs.reminder.minimum'
            collection-costs   | a question misplaced     | collection-costs.reminder.maximum   | late-interest.margin               | facts[0].fact: does not belong to the subject collection-costs
            collection-costs   | euro in a krona pack     | unit: SEK                           | unit: EUR                          | facts[0].unit: must be 'SEK by principal', not 'EUR by principal'
            collection-costs   | parts of an öre          | value: 60,                          | value: 60.001,                     | must be a number of SEK with its usual decimals
            collection-costs   | a negative amount        | value: 60,                          | value: -60,                        | must not be negative
            collection-costs   | tiers without an end     | value: 60,                          | value: [{ upTo: 500, is: 60 }],    | the last tier has a limit
            collection-costs   | tiers out of order       | value: 60,                          | value: [{ upTo: 500, is: 60 }, { upTo: 400, is: 70 }, { is: 80 }], | upTo: must be above the tier before, 500.00 SEK
            collection-costs   | neither yes nor no       | value: yes                          | value: maybe                       | facts[1].value: must be yes or no, not 'maybe'
            collection-costs   | neither case nor reason  | cases: [G11, G12]\\n                | \\n                                | facts[0]: needs either its golden 'cases' or why it is 'untested'
            late-interest      | a debtor nobody knows    | debtors: [CONSUMER]                 | debtors: [CITIZEN]                 | facts[4].debtors: knows [CONSUMER, BUSINESS, PUBLIC_BODY], not 'CITIZEN'
            late-interest      | the same debtor twice    | debtors: [CONSUMER]                 | debtors: [CONSUMER, BUSINESS]      | facts[5].debtors: late-interest.warning-needed is already said of [BUSINESS]
            allocation         | a part named twice       | [COSTS, INTEREST, PRINCIPAL]        | [COSTS, COSTS, PRINCIPAL]          | names COSTS twice
            collection-conduct | too many days            | value: 8\\n                         | value: 400\\n                      | facts[0].value: must be 0 to 366 days, not 400
            collection-conduct | half a day               | value: 8\\n                         | value: 8.5\\n                      | must be a whole number, not '8.5'
            late-interest      | a day count nobody knows | value: ACT/365                      | value: 30E/360                     | must be ACT/365 or ACT/ACT, not '30E/360'
            late-interest      | no rounding              | value: HALF_UP                      | value: UNNECESSARY                 | must say how to round
            late-interest      | an unknown convention    | value: HALF_UP                      | value: unknown                     | is a convention and cannot be unknown
            late-interest      | a dated convention       | value: HALF_UP                      | periods: []\\n    value: HALF_UP   | holds whatever the day
            """)
    void wrong_facts(String subject, String mistake, String passage, String becomes, String reason) {
        var message = refusal(subject, passage, becomes);
        assertTrue(message.startsWith("packs/se/" + subject + ".yaml:"), message);
        assertTrue(message.contains(reason), message);
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
        var file = new PackFile("packs/xx/allocation.yaml", text);
        var message = assertThrows(PackRefused.class, () -> PackReader.read(HEAD, List.of(file), List.of()))
                .getMessage();
        assertTrue(message.startsWith("packs/xx/allocation.yaml:"), message);
    }

    @Test
    void a_wrong_version_is_refused() {
        var head = replaced(HEAD, "version: 2026", "version: latest #");
        var message = assertThrows(PackRefused.class, () -> PackReader.read(head, FILES, List.of()))
                .getMessage();
        assertEquals(
                "packs/se/pack.yaml:3: version: must be a year and an edition, such as 2026.2, not 'latest'", message);
    }

    @Test
    void the_id_holds_country_version_and_the_content() {
        var pack = PackReader.read(HEAD, FILES, List.of());
        assertTrue(pack.id().matches("SE-2026\\.\\d+\\+[0-9a-f]{12}"), pack.id());
        assertEquals(pack.id(), PackReader.read(HEAD, FILES, List.of()).id());
        assertNotEquals(
                pack.id(),
                amended("reference-rate", "to: 2024-12-31, value: 4.0", "to: 2024-12-31, value: 4.5")
                        .id());
        assertNotEquals(
                pack.id(),
                amended("collection-conduct", "value: 8\n", "value: 9\n").id());
    }

    @Test
    void line_ends_of_another_system_do_not_change_the_id() {
        var windows = FILES.stream()
                .map(file -> new PackFile(file.name(), file.text().replace("\n", "\r\n")))
                .toList();
        assertEquals(
                PackReader.read(HEAD, FILES, List.of()).id(),
                PackReader.read(HEAD, windows, List.of()).id());
    }
}
