package org.reskontra.dunning.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;

/**
 * Section 1 of the Swedish Debt Recovery Act (1974:182): a message that only gives a time to pay, or says that the claim
 * will be handed over, is no collection measure; one that puts any other pressure on the debtor is. So the words of a
 * reminder may not speak of courts, enforcement, credit records, extra costs, last chances or deadlines at once.
 */
class ReminderIsNoCollectionMeasureTest {

    private static final Map<Language, Pattern> PRESSURE = Map.of(
            Language.SV,
            words(
                    "kronofogd",
                    "betalningsföreläggande",
                    "betalningsanmärkning",
                    "domstol",
                    "tingsrätt",
                    "stämning",
                    "stämma",
                    "rättslig",
                    "juridisk",
                    "utmätning",
                    "utmät",
                    "kreditupplysning",
                    "kreditvärdighet",
                    "konkurs",
                    "inkassokrav",
                    "polis",
                    "omgående",
                    "omedelbart",
                    "genast",
                    "sista chans",
                    "sista påminnelse",
                    "sista varning",
                    "varning",
                    "annars",
                    "i annat fall",
                    "ytterligare kostnad",
                    "merkostnad",
                    "konsekvens",
                    "tvång",
                    "tvingas",
                    "leverans.{0,20}stopp"),
            Language.EN,
            words(
                    "court",
                    "legal",
                    "lawsuit",
                    "sue\\b",
                    "bailiff",
                    "enforce",
                    "seiz",
                    "default record",
                    "payment remark",
                    "credit (record|rating|score|report|bureau|history)",
                    "bankrupt",
                    "police",
                    "immediately",
                    "at once to",
                    "without delay",
                    "last chance",
                    "final (notice|reminder|warning)",
                    "warning",
                    "otherwise",
                    "or else",
                    "further cost",
                    "additional cost",
                    "consequence",
                    "forced",
                    "suspend"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_letters_put_no_pressure_on_the_debtor(Language language) {
        var template = LetterWriter.shipped(Country.SE).template(language);

        assertEquals(List.of(), pressing(language, template.lines()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void collection_is_named_in_one_line_that_says_no_more_than_the_hand_over(Language language) {
        var naming = LetterWriter.shipped(Country.SE).template(language).lines().stream()
                .filter(line -> Stream.of("inkassoföretag", "collection agency").anyMatch(line::contains))
                .toList();

        assertEquals(
                switch (language) {
                    case SV ->
                        List.of(
                                "?handOver Om beloppet inte har betalats i tid kan fordran komma att lämnas över till ett"
                                        + " inkassoföretag.");
                    case EN ->
                        List.of("?handOver If the amount is not paid in time, the claim may be handed over to a"
                                + " collection agency.");
                },
                naming);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Betala omgående.",
                "Annars ansöker vi om betalningsföreläggande hos Kronofogden.",
                "Obetalda skulder kan ge en betalningsanmärkning.",
                "Detta är en sista varning."
            })
    void the_lint_sees_pressure_in_swedish(String threat) {
        assertEquals(List.of(threat), pressing(Language.SV, List.of("Hej {debtor},", threat)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We will take legal action.",
                "This may harm your credit rating.",
                "FINAL NOTICE",
                "Pay immediately, or else."
            })
    void the_lint_sees_pressure_in_english(String threat) {
        assertEquals(List.of(threat), pressing(Language.EN, List.of("Dear {debtor},", threat)));
    }

    @Test
    void a_letter_that_asks_for_an_unknown_word_is_refused() {
        for (var faulty : List.of(
                "Subject {nonsense}\n\nText",
                "Subject\n\n?nonsense Text",
                "Subject\n\nText {total",
                "Subject\nText\n",
                "Subject\n\n" + "x".repeat(LetterTemplate.LONGEST_LINE + 1))) {
            assertThrows(
                    IllegalArgumentException.class, () -> LetterTemplate.parse(faulty, LetterWriter.WORDS), faulty);
        }
    }

    private static List<String> pressing(Language language, List<String> lines) {
        return lines.stream()
                .filter(line -> PRESSURE.get(language)
                        .matcher(line.toLowerCase(Locale.ROOT))
                        .find())
                .toList();
    }

    private static Pattern words(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives));
    }
}
