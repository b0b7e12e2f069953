package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.OperatorFolderTest.ICELAND;
import static org.reskontra.rulebook.OperatorFolderTest.ICELANDIC_ORDER;
import static org.reskontra.rulebook.OperatorFolderTest.RATE_OF_2026_2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in an operator's folder stops the service at start, with the whole reason. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperatorFolderRefusalsTest {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    /** The whole message, with the folder left out. */
    private String refusal() {
        var message =
                assertThrows(PackRefused.class, () -> Rulebook.with(folder)).getMessage();
        return message.replace(folder + "/", "");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        var missing = folder.resolve("rules");
        var refused = assertThrows(PackRefused.class, () -> Rulebook.with(missing));
        assertEquals(missing + ": there is no such folder", refused.getMessage());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # mistake                       | in the file                       | becomes                             | refused with
            a gap after what ships          | from: 2026-07-01, to: 2026-12-31  | from: 2027-07-01, to: 2027-12-31    | se/local.yaml:6: facts[0].periods: leaves a gap: nothing is said from 2027-01-01
            a gap before what ships         | from: 2026-07-01, to: 2026-12-31  | from: 2002-01-01, to: 2002-03-31    | se/local.yaml:6: facts[0].periods: leaves a gap: nothing is said from 2002-04-01
            a rate for ever                 | , to: 2026-12-31                  | ''                                  | se/local.yaml:6: facts[0].periods: the last period needs 'to': a rate is never in force for ever
            an unknown question             | reference-rate.yearly             | reference-rate.monthly              | se/local.yaml:4: facts[0].fact: nobody asks for 'reference-rate.monthly'
            a question of another subject   | reference-rate.yearly             | late-interest.margin                | se/local.yaml:4: facts[0].fact: does not belong to the subject reference-rate
            a wrong unit                    | unit: percent                     | unit: percentage points             | se/local.yaml:5: facts[0].unit: must be 'percent', not 'percentage points'
            no unit                         | unit: percent                     | # unit                              | se/local.yaml:4: facts[0]: lacks 'unit'
            only some of the debtors        | unit: percent                     | debtors: [CONSUMER]\\n    unit: percent | se/local.yaml:5: facts[0].debtors: reference-rate.yearly is already said of [CONSUMER]
            a rule of their own             | unit: percent                     | rule: SE-INT-99\\n    unit: percent   | se/local.yaml:5: facts[0].rule: reference-rate.yearly ships with the platform: give its unit and its values only
            an unknown key                  | unit: percent                     | note: by hand\\n    unit: percent     | se/local.yaml:5: facts[0]: has keys nobody knows: [note]
            an unknown key of a period      | confidence: certain               | confidence: certain, note: by hand  | se/local.yaml:6: facts[0].periods[0]: has keys nobody knows: [note]
            an unknown key on top           | country: SE                       | country: SE\\nversion: 2026.9       | se/local.yaml:2: has keys nobody knows: [version]
            another country                 | country: SE                       | country: FI                         | se/local.yaml:1: country: must be SE as in the pack
            no source                       | ', source: "notice"'              | ''                                  | se/local.yaml:6: facts[0].periods[0]: lacks 'source'
            a guess                         | confidence: certain               | confidence: unsure                  | se/local.yaml:6: facts[0].periods[0].confidence: must be certain, likely or convention, not 'unsure' (write an unsure value as unknown)
            """)
    void refusals_of_a_changed_rate(String mistake, String passage, String becomes, String message) throws IOException {
        assertTrue(RATE_OF_2026_2.contains(passage), passage);
        write("se/local.yaml", RATE_OF_2026_2.replace(passage, becomes.replace("\\n", "\n")));
        assertEquals(message, refusal());
    }

    @Test
    void a_rate_without_days_is_refused_as_it_would_hold_for_ever() throws IOException {
        write("se/local.yaml", """
                country: SE
                subject: reference-rate
                facts:
                  - { fact: reference-rate.yearly, unit: percent, value: 2.0, source: "notice", confidence: certain }
                """);
        assertEquals(
                "se/local.yaml:4: facts[0].value: the last period needs 'to': a rate is never in force for ever",
                refusal());
    }

    @Test
    void the_head_of_a_country_that_ships_is_not_repeated() throws IOException {
        write("se/pack.yaml", ICELAND.replace("IS", "SE"));
        assertEquals("se/pack.yaml: se ships with the platform: leave this file out", refusal());
    }

    @Test
    void a_new_country_needs_a_head() throws IOException {
        write("is/allocation.yaml", ICELANDIC_ORDER);
        assertEquals(
                "is/pack.yaml: there is no such file, and no country of that folder ships with the platform",
                refusal());
    }

    @Test
    void a_new_country_lies_in_the_folder_of_its_name() throws IOException {
        write("iceland/pack.yaml", ICELAND);
        write("iceland/allocation.yaml", ICELANDIC_ORDER);
        assertEquals("iceland/pack.yaml: is of IS in that folder", refusal());
    }

    @Test
    void a_subject_that_is_named_has_a_file() throws IOException {
        write("is/pack.yaml", ICELAND);
        assertEquals("is/allocation.yaml: there is no such file", refusal());
    }

    @Test
    void a_file_that_is_there_is_named_as_a_subject() throws IOException {
        write("is/pack.yaml", ICELAND);
        write("is/allocation.yaml", ICELANDIC_ORDER);
        write("is/late-interest.yaml", ICELANDIC_ORDER);
        assertEquals("is/late-interest.yaml: pack.yaml does not name this subject", refusal());
    }

    @Test
    void an_unknown_key_in_the_head_of_a_new_country_is_refused() throws IOException {
        write("is/pack.yaml", ICELAND + "language: is\n");
        assertEquals("is/pack.yaml:6: has keys nobody knows: [language]", refusal());
    }

    @Test
    void law_that_would_go_unread_is_refused() throws IOException {
        var astray = write("2026-2.yaml", RATE_OF_2026_2);
        assertEquals("2026-2.yaml: law lies in a folder of its country: move this file there", refusal());
        Files.delete(astray);
        write("se/2026-2.yml", RATE_OF_2026_2);
        assertEquals("se/2026-2.yml: the name of a file of law ends with .yaml", refusal());
    }
}
