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

    static final String RATE_OF_2026_2 = """
            country: SE
            subject: reference-rate
            facts:
              - fact: reference-rate.yearly
                unit: percent
                periods: [{ from: 2026-07-01, to: 2026-12-31, value: 2.0, source: "notice", confidence: certain }]
            """;

    static final String ICELAND = """
            country: IS
            version: 2026.1
            currency: ISK
            inUse: no
            subjects: [allocation]
            """;

    static final String ICELANDIC_ORDER = """
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
}
