package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.computed;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.Sweden.late;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.allocation.PaymentAllocation;
import org.reskontra.rulebook.costs.ReminderFee;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.LateInterest;

/** Law that an operator keeps in a folder of their own: {@code RESKONTRA_RULES}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperatorFolderTest {

    private static final String RATE_OF_2026_2 = """
            country: SE
            subject: reference-rate
            facts:
              - fact: reference-rate.yearly
                unit: percent
                periods: [{ from: 2026-07-01, to: 2026-12-31, value: 2.0, source: "notice", confidence: certain }]
            """;

    private static final String ICELAND = """
            country: IS
            version: 2026.1
            currency: ISK
            inUse: no
            subjects: [allocation]
            """;

    private static final String ICELANDIC_ORDER = """
            country: IS
            subject: allocation
            facts:
              - fact: allocation.order
                rule: IS-PAY-1
                about: The order in which a payment covers a claim.
                untested: an example
                unit: order
                value: [INTEREST, COSTS, PRINCIPAL]
                source: "an example"
                confidence: convention
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private RulePack sweden() {
        return Rulebook.with(folder).pack(Country.SE);
    }

    /** The whole message, with the folder left out. */
    private String refusal() {
        var message =
                assertThrows(PackRefused.class, () -> Rulebook.with(folder)).getMessage();
        return message.replace(folder + "/", "");
    }

    @Test
    void an_empty_folder_changes_nothing() {
        assertEquals(PACK.id(), sweden().id());
        assertEquals(Rulebook.standard().countries(), Rulebook.with(folder).countries());
    }

    @Test
    void a_variable_that_is_not_set_or_set_to_nothing_names_no_folder() {
        assertEquals(Optional.empty(), Rulebook.folder(null));
        assertEquals(Optional.empty(), Rulebook.folder(" "));
        assertEquals(Optional.of(folder), Rulebook.folder(folder.toString()));
        assertEquals("RESKONTRA_RULES", Rulebook.FOLDER);
    }

    @Test
    void the_later_file_by_name_has_the_last_word() throws IOException {
        write("se/b.yaml", RATE_OF_2026_2.replace("2.0", "2.5"));
        write("se/a.yaml", RATE_OF_2026_2);
        assertEquals(
                new BigDecimal("0.025"),
                sweden().on(InterestFacts.REFERENCE_RATE, DebtorKind.BUSINESS, day("2026-07-01"))
                        .value()
                        .orElseThrow());
    }

    @Test
    void the_rate_of_a_new_half_year_takes_the_place_of_the_unknown_one() throws IOException {
        // given a claim that a person would have to look at
        var claim = late("10 000", "2026-06-30", "2026-07-30");
        assertInstanceOf(NeedsReview.class, LateInterest.accrue(PACK, claim));

        // when
        write("se/2026-2.yaml", RATE_OF_2026_2);

        // then 30 days at 10 %
        var result = computed(LateInterest.accrue(sweden(), claim));
        assertEquals(kr("82.19"), result.interest());
        assertEquals(sweden().id(), result.pack());
    }

    @Test
    void the_example_in_the_readme_is_such_a_file() throws IOException {
        var readme = Files.readString(Approved.MODULE.resolve("README.md"));
        var name = "se/2026-2.yaml\n";
        var example = readme.substring(readme.indexOf(name) + name.length()).stripIndent();
        write("se/2026-2.yaml", example.substring(0, example.indexOf("```")));
        assertEquals(
                new BigDecimal("0.02"),
                sweden().on(InterestFacts.REFERENCE_RATE, DebtorKind.BUSINESS, day("2026-07-01"))
                        .value()
                        .orElseThrow());
    }

    @Test
    void a_half_year_that_follows_the_last_one_is_added() throws IOException {
        write("se/2027-1.yaml", RATE_OF_2026_2.replace("2026-07-01, to: 2026-12-31", "2027-01-01, to: 2027-06-30"));
        var rates = sweden().timeline(InterestFacts.REFERENCE_RATE, DebtorKind.CONSUMER);
        assertEquals(new BigDecimal("0.02"), rates.on(day("2027-06-30")).value().orElseThrow());
        assertTrue(rates.on(day("2026-07-01")).value().isEmpty());
        assertEquals(
                PACK.timeline(InterestFacts.REFERENCE_RATE, DebtorKind.CONSUMER)
                                .periods()
                                .size()
                        + 1,
                rates.periods().size());
    }

    @Test
    void a_changed_amount_holds_from_its_day_and_leaves_the_days_before_as_they_were() throws IOException {
        write("se/amounts.yaml", """
                country: SE
                subject: collection-costs
                facts:
                  - fact: collection-costs.reminder.maximum
                    unit: SEK by principal
                    periods: [{ from: 2027-01-01, value: 75, source: "an act to come", confidence: certain }]
                """);
        assertEquals(kr("60"), reminder(sweden(), "2026-12-31"));
        assertEquals(kr("75"), reminder(sweden(), "2027-01-01"));
        assertEquals(kr("50"), reminder(sweden(), "2013-03-15"));
        assertEquals(kr("60"), reminder(PACK, "2027-01-01"), "what ships is as it was");
    }

    private static Money reminder(RulePack pack, String sentOn) {
        return ReminderFee.decide(pack, DebtorKind.CONSUMER, kr("100"), true, day(sentOn))
                .fee();
    }

    @Test
    void days_in_the_middle_of_a_period_cut_it_in_three() throws IOException {
        write("se/amounts.yaml", """
                country: SE
                subject: collection-conduct
                facts:
                  - fact: collection-conduct.demand-deadline
                    unit: days
                    periods: [{ from: 2027-01-01, to: 2027-01-31, value: 21, source: "a strike", confidence: likely }]
                """);
        var deadlines = sweden().timeline(ConductFacts.DEMAND_DEADLINE, DebtorKind.BUSINESS);
        assertEquals(
                List.of(8, 21, 8),
                deadlines.periods().stream()
                        .map(period -> period.value().orElseThrow())
                        .toList());
        assertEquals(
                8,
                deadlines.runs(LocalDate.MIN, LocalDate.MAX).getFirst().value().orElseThrow());
        assertEquals(8, deadlines.on(day("2027-02-01")).value().orElseThrow());
        assertEquals(21, deadlines.on(day("2027-01-31")).value().orElseThrow());
    }

    @Test
    void a_convention_is_replaced_whole() throws IOException {
        write("se/counting.yaml", """
                country: SE
                subject: late-interest
                facts:
                  - { fact: late-interest.day-count, unit: day count, value: ACT/ACT, source: "a contract", confidence: convention }
                """);
        var claim = late("10 000", "2023-12-31", "2024-12-31");
        assertEquals(kr("1200"), computed(LateInterest.accrue(sweden(), claim)).interest());
    }

    @Test
    void a_fact_is_added_that_the_pack_did_not_have() {
        var file = new PackFile("se/conduct.yaml", """
                country: SE
                subject: collection-conduct
                facts:
                  - fact: collection-conduct.demand-deadline
                    rule: SE-COL-99
                    debtors: [PUBLIC_BODY]
                    about: An example of a fact that an operator adds.
                    untested: an example
                    unit: days
                    value: 10
                    source: "an example"
                    confidence: likely
                """);
        assertTrue(SmallPack.PACK
                .fact(ConductFacts.DEMAND_DEADLINE, DebtorKind.PUBLIC_BODY)
                .isEmpty());
        var pack = SmallPack.with(List.of(file));
        var added =
                pack.fact(ConductFacts.DEMAND_DEADLINE, DebtorKind.PUBLIC_BODY).orElseThrow();
        assertEquals("SE-COL-99", added.rule());
        assertEquals(
                10, added.timeline().on(day("2026-01-01")).value().orElseThrow().intValue());
        assertTrue(pack.fact(ConductFacts.DEMAND_DEADLINE, DebtorKind.CONSUMER).isEmpty());
        assertEquals(SmallPack.PACK.facts().size() + 1, pack.facts().size());
    }

    @Test
    void a_whole_new_country_is_law_like_the_others() throws IOException {
        write("is/pack.yaml", ICELAND);
        write("is/allocation.yaml", ICELANDIC_ORDER);
        var rulebook = Rulebook.with(folder);
        var iceland = new Country("IS");
        assertTrue(rulebook.countries().contains(iceland));
        assertTrue(
                rulebook.pack(iceland).id().matches("IS-2026\\.1\\+[0-9a-f]{12}"),
                rulebook.pack(iceland).id());
        assertThrows(NoSuchPack.class, () -> rulebook.packInUse(iceland));

        var owed = Outstanding.of(kr("100"), kr("10"), kr("20"));
        var paid = PaymentAllocation.allocate(rulebook.pack(iceland), DebtorKind.CONSUMER, owed, kr("25"));
        assertEquals(kr("10"), paid.allocation().interest());
        assertEquals(kr("15"), paid.allocation().costs());
        assertThrows(NoSuchPack.class, () -> Rulebook.standard().pack(iceland));
    }

    @Test
    void the_id_of_the_pack_tells_that_the_law_was_changed() throws IOException {
        write("se/2026-2.yaml", RATE_OF_2026_2);
        var id = sweden().id();
        assertNotEquals(PACK.id(), id);
        assertTrue(id.startsWith("SE-" + PACK.version() + "+"), id);

        write("se/2026-2.yaml", RATE_OF_2026_2.replace("2.0", "2.5"));
        assertNotEquals(id, sweden().id());
        assertEquals(
                Rulebook.standard().pack(Country.FI).id(),
                Rulebook.with(folder).pack(Country.FI).id(),
                "other countries are as they were");
    }

    @Test
    void what_ships_is_as_it_was() throws IOException {
        write("se/2026-2.yaml", RATE_OF_2026_2);
        assertFalse(sweden().on(InterestFacts.REFERENCE_RATE, DebtorKind.CONSUMER, day("2026-07-01"))
                .value()
                .isEmpty());
        assertTrue(PACK.on(InterestFacts.REFERENCE_RATE, DebtorKind.CONSUMER, day("2026-07-01"))
                .value()
                .isEmpty());
    }

    @Test
    void what_is_no_law_may_lie_there_too() throws IOException {
        write("README.md", "Our own rates.");
        write("se/README.md", "From the notices.");
        write("..data/se/pack.yaml", "a cluster mounts such folders");
        write(".git/config", "");
        assertEquals(PACK.id(), sweden().id());
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
            no unit                         | unit: percent                     | # unit                           | se/local.yaml:4: facts[0]: lacks 'unit'
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
