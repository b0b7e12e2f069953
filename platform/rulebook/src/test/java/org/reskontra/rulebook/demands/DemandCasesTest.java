package org.reskontra.rulebook.demands;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.Document;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.SenderRole;
import org.reskontra.rulebook.demands.Finding.Severity;
import org.reskontra.rulebook.explain.TraceCheck;

/**
 * Which reminders and demands may go out, for a lawyer to read. Unless a row says otherwise a licensed agent sends, on
 * paper and on 2025-03-03, a complete letter on another's assigned claim that was due on 2025-01-31 and reminded of on
 * 2025-02-15, and leaves until 2025-03-31. The last column names the rules that are broken.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemandCasesTest {

    @ParameterizedTest(name = "{0} {1} {2} to a {3}: {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            #   |    | document          | debtor      | what differs                                        | unlawful by
            # --+----+-------------------+-------------+-----------------------------------------------------+------------
            z1  | SE | COLLECTION_DEMAND | CONSUMER    | sent 2025-03-03; until 2025-03-11                   |
            z2  | SE | COLLECTION_DEMAND | CONSUMER    | sent 2025-03-03; until 2025-03-10                   | SE-COL-4
            z3  | FI | REMINDER          | CONSUMER    | due 2025-03-01; unreminded; sent 2025-03-15         |
            z4  | FI | REMINDER          | CONSUMER    | due 2025-03-01; unreminded; sent 2025-03-14         | FI-COL-3
            z5  | FI | COLLECTION_DEMAND | CONSUMER    | due 2025-03-01; reminded 2025-03-15; sent 2025-03-29; until 2025-04-12 |
            z6  | FI | COLLECTION_DEMAND | CONSUMER    | due 2025-03-01; reminded 2025-03-15; sent 2025-03-28; until 2025-04-12 | FI-COL-3
            z7  | FI | TRATTA            | CONSUMER    |                                                     | FI-TRA-1
            z8  | FI | TRATTA            | BUSINESS    | disputed                                            | FI-TRA-2
            z9  | FI | TRATTA            | BUSINESS    |                                                     |
            a1  | SE | REMINDER          | CONSUMER    | unreminded; sent 2025-02-01                         |
            a2  | SE | REMINDER          | CONSUMER    | unreminded; sent 2025-01-31                         | SE-COL-11
            a3  | SE | REMINDER          | CONSUMER    | disputed                                            |
            a4  | SE | REMINDER          | CONSUMER    | role OWN_CLAIMS; owner ANOTHER                      |
            a5  | SE | REMINDER          | BUSINESS    | minor                                               | SE-COL-6
            a6  | SE | REMINDER          | CONSUMER    | expired                                             | SE-COL-12
            b1  | SE | COLLECTION_DEMAND | CONSUMER    | unreminded; sent 2025-02-01                         |
            b2  | SE | COLLECTION_DEMAND | BUSINESS    | disputed                                            | SE-COL-5
            b3  | SE | COLLECTION_DEMAND | CONSUMER    | role OWN_CLAIMS; owner SENDER                       |
            b4  | SE | COLLECTION_DEMAND | CONSUMER    | role GROUP; owner GROUP_COMPANY                     |
            b5  | SE | COLLECTION_DEMAND | CONSUMER    | role OWN_CLAIMS; owner ANOTHER                      | SE-COL-2
            b6  | SE | COLLECTION_DEMAND | CONSUMER    | role OWN_CLAIMS; owner BOUGHT_FOR_COLLECTION        | SE-COL-2
            b7  | SE | COLLECTION_DEMAND | CONSUMER    | without INTEREST_RATE; without INTEREST_BASE        | SE-COL-3 SE-COL-3
            b8  | SE | COLLECTION_DEMAND | CONSUMER    | without INTEREST_RATE; interest-free                |
            b9  | SE | COLLECTION_DEMAND | CONSUMER    | without NOTICE_OF_ASSIGNMENT                        | SE-COL-3
            b10 | SE | COLLECTION_DEMAND | CONSUMER    | without NOTICE_OF_ASSIGNMENT; unassigned            |
            b11 | SE | COLLECTION_DEMAND | CONSUMER    | without COSTS                                       | SE-COL-3
            b12 | SE | COLLECTION_DEMAND | CONSUMER    | without COSTS; free                                 |
            b13 | SE | COLLECTION_DEMAND | CONSUMER    | until never                                         | SE-COL-3
            b14 | SE | COLLECTION_DEMAND | CONSUMER    | by ELECTRONIC                                       |
            c1  | SE | TRATTA            | BUSINESS    |                                                     | SE-COL-13
            d1  | FI | REMINDER          | CONSUMER    | due 2025-03-01; unreminded; sent 2025-03-02; free   |
            d2  | FI | REMINDER          | BUSINESS    | due 2025-03-01; unreminded; sent 2025-03-11         |
            d3  | FI | REMINDER          | BUSINESS    | due 2025-03-01; unreminded; sent 2025-03-10         | FI-COL-3
            d4  | FI | REMINDER          | CONSUMER    | disputed                                            | FI-COL-5
            e1  | FI | COLLECTION_DEMAND | CONSUMER    | unreminded                                          | FI-COL-7
            e2  | FI | COLLECTION_DEMAND | CONSUMER    | reminded 2025-01-30                                 | FI-COL-7
            e3  | FI | COLLECTION_DEMAND | CONSUMER    | unreminded; role OWN_CLAIMS; owner SENDER           |
            e4  | FI | COLLECTION_DEMAND | CONSUMER    | by ELECTRONIC                                       | FI-COL-10
            e5  | FI | COLLECTION_DEMAND | CONSUMER    | by ELECTRONIC_AS_AGREED                             |
            e6  | FI | COLLECTION_DEMAND | BUSINESS    | by ELECTRONIC                                       |
            e7  | FI | COLLECTION_DEMAND | CONSUMER    | until 2025-03-16                                    | FI-COL-4
            e8  | FI | COLLECTION_DEMAND | CONSUMER    | reminded 2025-02-18; free                           | FI-COL-7
            f1  | FI | TRATTA            | BUSINESS    | unreminded                                          | FI-TRA-4
            f2  | FI | TRATTA            | BUSINESS    | reminded 2025-02-21; until 2025-03-17               |
            f3  | FI | TRATTA            | BUSINESS    | reminded 2025-02-22                                 | FI-TRA-4
            f4  | FI | TRATTA            | BUSINESS    | until 2025-03-16                                    | FI-TRA-5
            f5  | FI | TRATTA            | PUBLIC_BODY | without LATEST_PUBLICATION                          | FI-TRA-3
            """)
    void lawful_or_not(
            String row,
            String country,
            Document document,
            DebtorKind debtor,
            @Nullable String changes,
            @Nullable String rules) {
        var findings = check(country, document, debtor, changes);
        assertEquals(
                rules == null ? "" : rules,
                findings.stream().map(Finding::ruleId).collect(joining(" ")),
                findings::toString);
        assertTrue(findings.stream().allMatch(f -> f.severity() == Severity.UNLAWFUL), findings::toString);
    }

    @ParameterizedTest(name = "{0} {1} to a {2} says {4}")
    @CsvSource(delimiter = '|', textBlock = """
            #  | document          | debtor   | in | text                                                           | unlawful by
            SE | REMINDER          | CONSUMER | sv | Om du inte betalar lämnas fordran till inkasso.                |
            SE | REMINDER          | CONSUMER | sv | Annars går ärendet till Kronofogdemyndigheten.                 | SE-COL-1
            SE | REMINDER          | CONSUMER | sv | Du kan få en BETALNINGSANMÄRKNING.                             | SE-COL-1
            SE | REMINDER          | CONSUMER | sv | We will take legal action.                                     | SE-COL-1
            SE | REMINDER          | CONSUMER | en | Please pay by courier or at the counter.                       |
            SE | REMINDER          | CONSUMER | en | The court will decide on enforcement.                          | SE-COL-1 SE-COL-1
            SE | COLLECTION_DEMAND | CONSUMER | sv | Därefter ansöker vi hos Kronofogden om betalningsföreläggande. |
            SE | COLLECTION_DEMAND | CONSUMER | sv | Vi ringer din arbetsgivare.                                    | SE-COL-6
            FI | REMINDER          | CONSUMER | fi | Saatava siirretään perintään.                                  |
            FI | REMINDER          | CONSUMER | fi | Asia viedään käräjäoikeuteen ja ulosottoon.                    | FI-COL-1 FI-COL-1
            FI | COLLECTION_DEMAND | CONSUMER | fi | Saat maksuhäiriömerkinnän.                                     | FI-COL-9
            FI | COLLECTION_DEMAND | BUSINESS | fi | Maksun laiminlyönti protestoidaan.                             | FI-COL-9
            FI | TRATTA            | BUSINESS | fi | Maksun laiminlyönti protestoidaan ja maksuhäiriö julkaistaan.  |
            """)
    void what_the_words_do(
            String country,
            Document document,
            DebtorKind debtor,
            String language,
            String text,
            @Nullable String rules) {
        var findings = check(country, document, debtor, "in " + language + "; says " + text);
        assertEquals(
                rules == null ? "" : rules,
                findings.stream().map(Finding::ruleId).collect(joining(" ")),
                findings::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "kronofogden",
        "KRONO\u00ADFOGDEN",
        "hos Krono-\\nfogden",
        "betalningsanma\u0308rkning",
        "'legal\u00A0 action'"
    })
    void words_are_found_however_they_are_written(String words) {
        var draft = Drafts.with(Document.REMINDER, DebtorKind.CONSUMER, null);
        draft.text = "Betala nu, " + words.replace("\\n", "\n") + ".";
        assertEquals(List.of("SE-COL-1"), rules(DemandCheck.check(pack("SE"), draft.draft())));
    }

    @Test
    void good_practice_is_told_apart_from_what_the_act_demands() {
        var findings = check("SE", Document.COLLECTION_DEMAND, DebtorKind.CONSUMER, "without PAYMENT_DETAILS");
        assertEquals(
                List.of(new Finding(Severity.AGAINST_GOOD_PRACTICE, "SE-COL-3", "it does not state: payment details")),
                findings);
    }

    @Test
    void a_finding_says_from_when_it_would_be_lawful() {
        var findings =
                check("FI", Document.REMINDER, DebtorKind.CONSUMER, "due 2025-03-01; unreminded; sent 2025-03-10");
        assertEquals("it may not be sent before 2025-03-15", findings.getFirst().reason());
    }

    @Test
    void a_language_without_a_list_of_words_is_left_to_a_person() {
        var findings = check("SE", Document.REMINDER, DebtorKind.CONSUMER, "in de; says Wir zahlen nicht.");
        assertEquals(Severity.NEEDS_REVIEW, findings.getFirst().severity());
        assertEquals("SE-COL-1", findings.getFirst().ruleId());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NO", "DK"})
    void where_the_rules_are_not_known_no_demand_is_called_lawful(String country) {
        for (var document : Document.values()) {
            var findings = check(country, document, DebtorKind.CONSUMER, null);
            assertTrue(findings.stream().anyMatch(f -> f.severity() == Severity.NEEDS_REVIEW), document::toString);
        }
    }

    @ParameterizedTest(name = "{0} due {1}: reminder from {2}, demand from {3}")
    @CsvSource({
        "FI, CONSUMER, 2025-03-01, 2025-03-15, 2025-03-29",
        "FI, BUSINESS, 2025-03-01, 2025-03-11, 2025-03-21",
        "SE, CONSUMER, 2025-03-01, 2025-03-02, 2025-03-02",
    })
    void steps_that_cost_the_debtor_something_wait(
            String country, DebtorKind debtor, LocalDate due, LocalDate reminder, LocalDate demand) {
        var first = from(DemandDates.sending(pack(country), plan(Document.REMINDER, debtor, due, List.of()), due));
        assertEquals(reminder, first.day());
        var sent = List.of(new SentBefore(Document.REMINDER, first.day()));
        var second = from(DemandDates.sending(pack(country), plan(Document.COLLECTION_DEMAND, debtor, due, sent), due));
        assertEquals(demand, second.day());
        assertEquals(
                second.day().toEpochDay(), TraceCheck.recompute(second.trace()).longValueExact());
    }

    @Test
    void the_day_of_sending_does_not_count() {
        var pack = pack("SE");
        var sent = LocalDate.parse("2025-03-03");
        var deadline = from(DemandDates.deadline(pack, Document.COLLECTION_DEMAND, DebtorKind.CONSUMER, sent));
        assertEquals(LocalDate.parse("2025-03-11"), deadline.day());
        assertEquals("SE-COL-4", deadline.ruleId());
        assertEquals(deadline.day(), CollectionDemandRules.earliestDeadline(pack, DebtorKind.CONSUMER, sent));
        assertEquals(LocalDate.parse("2025-03-12"), CollectionDemandRules.earliestLegalStep(deadline.day()));
    }

    @Test
    void before_the_law_that_is_held_a_person_must_look() {
        var old = LocalDate.parse("2012-03-03");
        assertInstanceOf(
                EarliestDay.NeedsReview.class,
                DemandDates.deadline(pack("FI"), Document.COLLECTION_DEMAND, DebtorKind.CONSUMER, old));
        assertThrows(
                IllegalStateException.class,
                () -> CollectionDemandRules.earliestDeadline(pack("FI"), DebtorKind.CONSUMER, old));
    }

    private static Plan plan(Document document, DebtorKind debtor, LocalDate due, List<SentBefore> before) {
        return new Plan(document, debtor, SenderRole.LICENSED_AGENT, true, due, before);
    }

    private static EarliestDay.From from(EarliestDay day) {
        return assertInstanceOf(EarliestDay.From.class, day);
    }

    private static List<Finding> check(String country, Document document, DebtorKind debtor, @Nullable String changes) {
        return DemandCheck.check(
                pack(country), Drafts.with(document, debtor, changes).draft());
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::ruleId).toList();
    }

    private static RulePack pack(String country) {
        return Rulebook.standard().pack(new Country(country));
    }
}
