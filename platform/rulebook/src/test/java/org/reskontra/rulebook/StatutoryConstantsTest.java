package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Figures of the law stand in the packs and nowhere else. Sources are read as text, for a compiled class no longer tells
 * {@code 60_00} from any other six thousand.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatutoryConstantsTest {

    private static final List<String> SERVICES =
            List.of("invoice-service", "dunning-service", "collection-service", "credit-check-service");

    /** What looks like law in code, each with the figures that the packs of some country hold. */
    private static final Map<String, Pattern> LAW = Map.of(
            "an amount in minor units",
            Pattern.compile("(?<![\\w.])\\d{1,6}_\\d{2}[lL]?(?![\\w.])"
                    + "|(?<![\\w.])(6_?000|16_?000|17_?000|18_?000|38_?000|45_?000)[lL]?(?![\\w.])"),
            "an amount of money",
            Pattern.compile(
                    "\\b(Money\\.of|Money\\.ofMajor|new Money)\\(\\s*(new BigDecimal\\(\\s*\"|BigDecimal\\.valueOf\\(\\s*)?[1-9]"),
            "a margin or a rate",
            Pattern.compile("(?<![\\w.])0?\\.0[78]0*[dDfF]?(?![\\w.])"
                    + "|new BigDecimal\\(\\s*\"(7|8|11|12)(\\.\\d+)?\""
                    + "|BigDecimal\\.valueOf\\(\\s*(7|8)\\s*(,\\s*\\d+\\s*)?\\)"),
            "a time to wait",
            Pattern.compile("\\b(plus|minus|of)Days\\(\\s*(8|10|14|30|180)L?\\s*\\)"
                    + "|\\b(plus|minus|of)Weeks\\(\\s*2L?\\s*\\)"
                    + "|\\b(plus|minus|of)Years\\(\\s*(3|5|10|15|20)L?\\s*\\)"),
            "a constant named for it",
            Pattern.compile("\\b\\w*(DEADLINE|LIMITATION|MARGIN|COMPENSATION|STATUTORY)\\w*\\s*=\\s*\\d"));

    /** Where such a figure is no law, with the reason. Each must still be found: what is gone leaves the list. */
    private static final Map<String, String> ALLOWED = Map.of();

    private static final Pattern NO_CODE =
            Pattern.compile("(?<text>\"\"\"(?s:.*?)\"\"\")|(?<string>\"(?:\\\\.|[^\"\\\\\\n])*\")"
                    + "|'(?:\\\\.|[^'\\\\\\n])'|//[^\\n]*|/\\*(?s:.*?)\\*/");

    @Test
    void no_service_and_no_calculator_holds_a_figure_of_the_law() {
        var found = new ArrayList<String>();
        for (var service : SERVICES) {
            found.addAll(violations(Approved.REPOSITORY.resolve(service + "/src/main/java")));
        }
        found.addAll(violations(Approved.MODULE.resolve("src/main/java")));
        var unexplained = found.stream()
                .filter(violation -> ALLOWED.keySet().stream().noneMatch(violation::contains))
                .toList();
        assertEquals(List.of(), unexplained, "law belongs in a pack of platform/rulebook");
        for (var allowed : ALLOWED.keySet()) {
            assertTrue(found.stream().anyMatch(violation -> violation.contains(allowed)), allowed + " is not found");
        }
    }

    @Test
    void the_sources_of_every_service_are_read() {
        for (var service : SERVICES) {
            assertTrue(
                    sources(Approved.REPOSITORY.resolve(service + "/src/main/java"))
                                    .size()
                            > 10,
                    service);
        }
    }

    @Test
    void figures_planted_in_a_class_are_found() {
        var planted = Approved.MODULE.resolve("src/test/java/org/reskontra/rulebook/planted");
        assertEquals(
                List.of(
                        "KnowsTheLaw.java: a constant named for it: DEMAND_DEADLINE_DAYS = 8",
                        "KnowsTheLaw.java: a time to wait: plusYears(3)",
                        "KnowsTheLaw.java: an amount in minor units: 60_00"),
                violations(planted).stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            long fee = 60_00;                           | an amount in minor units
            long fee = 6000L;                           | an amount in minor units
            fee(18_000)                                 | an amount in minor units
            return 450_00;                              | an amount in minor units
            new Money(40, EUR)                          | an amount of money
            Money.of(4000, "EUR")                       | an amount of money
            Money.ofMajor(new BigDecimal("60"), SEK, UP) | an amount of money
            double margin = 0.08;                       | a margin or a rate
            new BigDecimal("0.08")                      | a margin or a rate
            new BigDecimal("8.00")                      | a margin or a rate
            BigDecimal.valueOf(8, 2)                    | a margin or a rate
            sent.plusDays(8)                            | a time to wait
            due.plusDays( 14L )                         | a time to wait
            Period.ofYears(10)                          | a time to wait
            today.minusYears(3)                         | a time to wait
            private static final int MARGIN = 7;        | a constant named for it
            """)
    void what_looks_like_law_is_found(String code, String what) {
        assertTrue(
                violations("X.java", code).stream().anyMatch(found -> found.startsWith("X.java: " + what + ": ")),
                code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// a reminder costs 60_00",
                "/* 0.08 */",
                "Money.zero(SEK)",
                "new Money(0, SEK)",
                "Money.of(minor, code)",
                "int timeout = 60_000;",
                "int port = 26000;",
                "day.plusDays(1)",
                "day.plusDays(80)",
                "day.plusYears(years)",
                "new BigDecimal(\"100\")",
                "x = \"60_00\"",
                "var text = \"\"\"\n{\"minor\": 6000}\n\"\"\";",
                "v0_08 = a_60_00;",
            })
    void what_is_no_law_is_left_alone(String code) {
        assertEquals(List.of(), violations("X.java", code));
    }

    private static List<String> violations(Path folder) {
        var violations = new ArrayList<String>();
        for (var source : sources(folder)) {
            try {
                violations.addAll(violations(source.getFileName().toString(), Files.readString(source)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return violations;
    }

    private static List<String> violations(String file, String source) {
        var code = withoutTexts(source);
        var violations = new ArrayList<String>();
        LAW.forEach((what, pattern) -> pattern.matcher(code)
                .results()
                .forEach(match -> violations.add(file + ": " + what + ": " + match.group())));
        return violations;
    }

    /** The code without comments, characters and texts; a text that is a number stays, for it may be made one. */
    private static String withoutTexts(String source) {
        return NO_CODE.matcher(source).replaceAll(match -> {
            var string = match.group("string");
            return string != null && string.matches("\"-?\\d+(\\.\\d+)?\"") ? string : " ";
        });
    }

    private static List<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
