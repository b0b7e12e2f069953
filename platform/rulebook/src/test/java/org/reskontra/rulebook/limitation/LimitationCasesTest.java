package org.reskontra.rulebook.limitation;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ClaimKind;
import org.reskontra.rulebook.InterruptionKind;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.TraceCheck;
import org.reskontra.rulebook.limitation.Interruption.Acknowledgement;
import org.reskontra.rulebook.limitation.Interruption.Demand;
import org.reskontra.rulebook.limitation.Interruption.Payment;
import org.reskontra.rulebook.limitation.Interruption.Proceedings;
import org.reskontra.rulebook.limitation.Interruption.Proceedings.Outcome;
import org.reskontra.rulebook.limitation.Interruption.Promise;
import org.reskontra.rulebook.limitation.LimitationResult.NeedsReview;
import org.reskontra.rulebook.limitation.LimitationResult.RunsUntil;
import org.reskontra.rulebook.limitation.LimitationResult.Stopped;
import org.reskontra.rulebook.limitation.LimitationResult.Weighed;

/**
 * How long a claim can be pursued, for a lawyer to read. Interruptions are written as what happened and when; a demand
 * with its day of receipt, proceedings with their end and outcome. The last column counts: yes or no for each of them.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitationCasesTest {

    @ParameterizedTest(name = "{0} {1}: arose {2}, {3}: until {4}")
    @CsvSource(delimiter = '|', textBlock = """
            #   | claim    | arose      | what happened                                      | last day   | counted
            # --+----------+------------+----------------------------------------------------+------------+--------
            t   | consumer | 2022-05-10 | received 2024-11-02                                | 2027-11-02 | yes
            u   | business | 2022-05-10 | received 2024-11-02                                | 2034-11-02 | yes
            a   | consumer | 2022-05-10 |                                                    | 2025-05-10 |
            b   | business | 2022-05-10 |                                                    | 2032-05-10 |
            c   | consumer | 2022-05-10 | received 2025-05-10                                | 2028-05-10 | yes
            d   | consumer | 2022-05-10 | received 2025-05-11                                | 2025-05-10 | no
            e   | consumer | 2022-05-10 | sent 2024-11-02                                    | 2025-05-10 | no
            f   | consumer | 2022-05-10 | called 2024-11-02                                  | 2025-05-10 | no
            g   | consumer | 2022-05-10 | promised 2023-01-15; paid 2023-06-01               | 2026-06-01 | yes yes
            h   | consumer | 2022-05-10 | paid 2023-06-01; promised 2023-01-15               | 2026-06-01 | yes yes
            i   | consumer | 2022-05-10 | acknowledged 2022-05-09                            | 2025-05-10 | no
            j   | consumer | 2022-05-10 | received 2025-05-11; paid 2025-06-01               | 2025-05-10 | no no
            k   | consumer | 2022-05-10 | court 2025-05-01 to 2026-02-03 judgment            | 2029-02-03 | yes
            l   | business | 2022-05-10 | court 2030-05-01 to 2031-02-03 judgment            | 2041-02-03 | yes
            m   | consumer | 2022-05-10 | court 2025-05-01 to 2025-09-15 other               | 2028-09-15 | yes
            n   | consumer | 2022-05-10 | court 2025-05-01 to 2025-09-15 never-told          | 2026-09-15 | yes
            o   | consumer | 2022-05-10 | court 2023-05-01 to 2023-09-15 never-told          | 2025-05-10 | no
            p   | consumer | 2022-05-10 | court 2025-05-01 to 2025-09-15 never-told; court 2026-03-01 to 2026-08-01 never-told | 2026-09-15 | yes no
            q   | consumer | 2022-05-10 | court 2025-05-01 to 2025-09-15 never-told; received 2026-09-15 | 2029-09-15 | yes yes
            r   | consumer | 2022-05-10 | court 2024-05-01 to 2026-02-03 judgment; paid 2025-12-01 | 2029-02-03 | yes yes
            s   | consumer | 2020-02-29 |                                                    | 2023-02-28 |
            """)
    void sweden(
            String row,
            String who,
            LocalDate arose,
            @Nullable String happened,
            LocalDate last,
            @Nullable String counted) {
        var claim = who.equals("consumer")
                ? claim(DebtorKind.CONSUMER, arose, null, ClaimKind.CONSUMER_SUPPLY, happened)
                : claim(DebtorKind.BUSINESS, arose, null, ClaimKind.OTHER, happened);
        assertRuns(pack("SE"), claim, last, counted);
    }

    @ParameterizedTest(name = "{0} {1}: due {2}, {3}: until {4}")
    @CsvSource(delimiter = '|', textBlock = """
            #   | claim    | due        | what happened                                      | last day   | counted
            # --+----------+------------+----------------------------------------------------+------------+--------
            a   | consumer | 2022-05-10 |                                                    | 2025-05-10 |
            b   | business | 2022-05-10 | received 2024-11-02                                | 2027-11-02 | yes
            c   | consumer | 2022-05-10 | called 2024-11-02, heard                           | 2027-11-02 | yes
            d   | consumer | 2022-05-10 | court 2023-05-01 to 2023-09-15 judgment            | 2028-09-15 | yes
            e   | consumer | 2022-05-10 | court 2023-05-01 to 2023-09-15 judgment; received 2028-01-10 | 2033-01-10 | yes yes
            f   | consumer | 2005-05-10 | court 2006-05-01 to 2006-09-15 judgment; paid 2011-09-01; paid 2016-09-01; paid 2021-09-01 | 2025-05-10 | yes yes yes yes
            g   | consumer | 2005-05-10 | court 2006-05-01 to 2006-09-15 judgment; paid 2011-09-01; paid 2016-09-01; paid 2021-09-01; paid 2025-05-11 | 2025-05-10 | yes yes yes yes no
            h   | company  | 2005-05-10 | court 2006-05-01 to 2006-09-15 judgment; paid 2011-09-01; paid 2016-09-01; paid 2021-09-01 | 2026-09-01 | yes yes yes yes
            """)
    void finland(
            String row,
            String who,
            LocalDate due,
            @Nullable String happened,
            LocalDate last,
            @Nullable String counted) {
        var debtor = who.equals("consumer") ? DebtorKind.CONSUMER : DebtorKind.BUSINESS;
        assertRuns(pack("FI"), claim(debtor, due.minusDays(30), due, ClaimKind.OTHER, happened), last, counted);
    }

    @Test
    void a_claim_is_warned_of_in_time_and_told_what_still_helps() {
        var runs = runs(pack("SE"), consumer("received 2024-11-02"));
        assertEquals(LocalDate.parse("2027-08-04"), runs.warnOn());
        assertFalse(runs.expiredOn(LocalDate.parse("2027-11-02")));
        assertTrue(runs.expiredOn(LocalDate.parse("2027-11-03")));
        assertTrue(runs.stillHelps().contains(InterruptionKind.WRITTEN_DEMAND));
        assertFalse(runs.stillHelps().contains(InterruptionKind.ORAL_DEMAND));
        assertTrue(runs.pack().startsWith("SE-"));
    }

    @Test
    void nothing_helps_against_a_final_end() {
        var old = claim(
                DebtorKind.CONSUMER,
                LocalDate.parse("2005-04-10"),
                LocalDate.parse("2005-05-10"),
                ClaimKind.OTHER,
                "court 2006-05-01 to 2006-09-15 judgment; paid 2011-09-01; paid 2016-09-01; paid 2021-09-01");
        assertEquals(List.of(), runs(pack("FI"), old).stillHelps());
    }

    @Test
    void every_interruption_that_does_not_count_says_why_and_by_which_rule() {
        var weighed = runs(pack("SE"), consumer("sent 2024-11-02; called 2024-11-03; received 2026-01-01"))
                .weighed();
        assertEquals(
                "SE-LIM-7: the demand has not been shown to have reached the debtor\n"
                        + "SE-LIM-6: it is not among what makes the time run anew: oral demand\n"
                        + "SE-LIM-6: the claim had expired after 2025-05-10",
                weighed.stream().map(w -> w.ruleId() + ": " + w.reason()).collect(joining("\n")));
    }

    @Test
    void the_time_stands_still_while_proceedings_go_on() {
        var stopped = assertInstanceOf(Stopped.class, Limitation.of(pack("SE"), consumer("court 2025-05-01")));
        assertEquals(LocalDate.parse("2025-05-01"), stopped.since());
        var late = Limitation.of(pack("SE"), consumer("court 2025-05-11"));
        assertEquals(
                LocalDate.parse("2025-05-10"),
                assertInstanceOf(RunsUntil.class, late).lastDay());
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            SE | 1981-12-31 |                                                | SE-LIM-1
            NO | 2022-05-10 |                                                | NO-LIM-1
            DK | 2022-05-10 |                                                | DK-LIM-4
            FI | 2022-05-10 | court 2024-05-01 to 2025-09-15 never-told      | FI-LIM-7
            """)
    void what_is_not_known_is_left_to_a_person(String country, LocalDate due, @Nullable String happened, String rule) {
        var claim = claim(DebtorKind.CONSUMER, due, due, ClaimKind.OTHER, happened);
        assertEquals(
                rule,
                assertInstanceOf(NeedsReview.class, Limitation.of(pack(country), claim))
                        .ruleId());
    }

    @Test
    void without_a_due_date_the_time_of_a_finnish_claim_is_left_to_a_person() {
        var claim = claim(DebtorKind.CONSUMER, LocalDate.parse("2022-05-10"), null, ClaimKind.OTHER, null);
        assertEquals(
                "FI-LIM-1",
                assertInstanceOf(NeedsReview.class, Limitation.of(pack("FI"), claim))
                        .ruleId());
    }

    @Test
    void what_a_caller_must_not_ask() {
        var day = LocalDate.parse("2022-05-10");
        assertThrows(
                IllegalArgumentException.class,
                () -> new RunningClaim(day, day, ClaimKind.CONSUMER_SUPPLY, DebtorKind.BUSINESS, true, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RunningClaim(day, day, ClaimKind.OTHER, DebtorKind.CONSUMER, false, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Demand(day, day.minusDays(1), true));
        assertThrows(IllegalArgumentException.class, () -> new Proceedings(day, day.minusDays(1), Outcome.OTHER));
    }

    private static void assertRuns(RulePack pack, RunningClaim claim, LocalDate last, @Nullable String counted) {
        var runs = runs(pack, claim);
        assertEquals(last, runs.lastDay());
        assertEquals(last.toEpochDay(), TraceCheck.recompute(runs.trace()).longValueExact());
        var found = runs.weighed().stream().map(w -> w.counted() ? "yes" : "no").collect(joining(" "));
        assertEquals(counted == null ? "" : counted, found, () -> reasons(runs.weighed()));
    }

    private static String reasons(List<Weighed> weighed) {
        return weighed.stream().map(Weighed::reason).collect(joining("; "));
    }

    private static RunsUntil runs(RulePack pack, RunningClaim claim) {
        return assertInstanceOf(RunsUntil.class, Limitation.of(pack, claim));
    }

    private static RunningClaim consumer(String happened) {
        return claim(DebtorKind.CONSUMER, LocalDate.parse("2022-05-10"), null, ClaimKind.CONSUMER_SUPPLY, happened);
    }

    private static RunningClaim claim(
            DebtorKind debtor, LocalDate arose, @Nullable LocalDate due, ClaimKind kind, @Nullable String happened) {
        var interruptions = new ArrayList<Interruption>();
        if (happened != null) {
            for (var one : happened.split("; ")) {
                interruptions.add(interruption(one.split(",? ")));
            }
        }
        return new RunningClaim(arose, due, kind, debtor, debtor == DebtorKind.CONSUMER, interruptions);
    }

    /** {@code sent D}, {@code received D}, {@code called D[, heard]}, {@code court D to D outcome} … */
    private static Interruption interruption(String[] words) {
        var day = LocalDate.parse(words[1]);
        return switch (words[0]) {
            case "promised" -> new Promise(day);
            case "paid" -> new Payment(day);
            case "acknowledged" -> new Acknowledgement(day);
            case "sent" -> new Demand(day, null, true);
            case "received" -> new Demand(day.minusDays(2), day, true);
            case "called" -> new Demand(day, words.length > 2 ? day : null, false);
            case "court" ->
                words.length == 2
                        ? new Proceedings(day, null, Outcome.OTHER)
                        : new Proceedings(day, LocalDate.parse(words[3]), outcome(words[4]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Outcome outcome(String word) {
        return switch (word) {
            case "judgment" -> Outcome.JUDGMENT;
            case "never-told" -> Outcome.DEBTOR_NEVER_TOLD;
            default -> Outcome.OTHER;
        };
    }

    private static RulePack pack(String country) {
        return Rulebook.standard().pack(new Country(country));
    }
}
