package org.reskontra.rulebook.limitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ClaimKind;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.TraceCheck;
import org.reskontra.rulebook.limitation.Interruption.Acknowledgement;
import org.reskontra.rulebook.limitation.Interruption.Demand;
import org.reskontra.rulebook.limitation.Interruption.Payment;
import org.reskontra.rulebook.limitation.Interruption.Proceedings;
import org.reskontra.rulebook.limitation.Interruption.Proceedings.Outcome;
import org.reskontra.rulebook.limitation.Interruption.Promise;
import org.reskontra.rulebook.limitation.LimitationResult.RunsUntil;

/** What holds for any claim. The seed is in the name of the test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitationPropertiesTest {

    private static final List<RulePack> PACKS =
            List.of(Rulebook.standard().pack(Country.SE), Rulebook.standard().pack(new Country("FI")));
    private static final int CLAIMS = 10_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 2051})
    void an_interruption_never_shortens_the_time(long seed) {
        var random = new Random(seed);
        int longer = 0;
        for (int i = 0; i < CLAIMS; i++) {
            var pack = PACKS.get(random.nextInt(2));
            var claim = anyClaim(random);
            var more = new ArrayList<>(claim.interruptions());
            more.add(random.nextInt(more.size() + 1), anyInterruption(random, claim.origin()));
            var before = runs(pack, claim);
            var after = runs(pack, with(claim, more));
            assertFalse(after.lastDay().isBefore(before.lastDay()), () -> more + " of " + claim);
            longer += after.lastDay().isAfter(before.lastDay()) ? 1 : 0;
        }
        assertTrue(longer > CLAIMS / 20, "the inputs reach what they should: " + longer);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {22, 2052})
    void the_trace_gives_the_last_day_again_and_the_order_of_telling_does_not_matter(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < CLAIMS; i++) {
            var pack = PACKS.get(random.nextInt(2));
            var claim = anyClaim(random);
            var runs = runs(pack, claim);
            assertEquals(
                    runs.lastDay().toEpochDay(),
                    TraceCheck.recompute(runs.trace()).longValueExact());
            assertEquals(claim.interruptions().size(), runs.weighed().size());
            var shuffled = new ArrayList<>(claim.interruptions());
            Collections.shuffle(shuffled, random);
            assertEquals(runs.lastDay(), runs(pack, with(claim, shuffled)).lastDay(), claim::toString);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {23, 2053})
    void leaving_out_what_did_not_count_changes_nothing(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < CLAIMS; i++) {
            var pack = PACKS.get(random.nextInt(2));
            var claim = anyClaim(random);
            var runs = runs(pack, claim);
            var counted = runs.weighed().stream()
                    .filter(LimitationResult.Weighed::counted)
                    .map(LimitationResult.Weighed::interruption)
                    .toList();
            assertEquals(runs.lastDay(), runs(pack, with(claim, counted)).lastDay(), claim::toString);
        }
    }

    private static RunsUntil runs(RulePack pack, RunningClaim claim) {
        return assertInstanceOf(RunsUntil.class, Limitation.of(pack, claim), claim::toString);
    }

    private static RunningClaim with(RunningClaim claim, List<Interruption> interruptions) {
        return new RunningClaim(
                claim.origin(), claim.dueDate(), claim.kind(), claim.debtor(), claim.naturalPerson(), interruptions);
    }

    private static RunningClaim anyClaim(Random random) {
        var origin = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(4_000));
        var debtor = DebtorKind.values()[random.nextInt(3)];
        var consumer = debtor == DebtorKind.CONSUMER;
        var kind = consumer && random.nextBoolean() ? ClaimKind.CONSUMER_SUPPLY : ClaimKind.OTHER;
        var interruptions = new ArrayList<Interruption>();
        for (int i = random.nextInt(6); i > 0; i--) {
            interruptions.add(anyInterruption(random, origin));
        }
        return new RunningClaim(
                origin,
                origin.plusDays(random.nextInt(60)),
                kind,
                debtor,
                consumer || random.nextInt(3) == 0,
                interruptions);
    }

    private static Interruption anyInterruption(Random random, LocalDate origin) {
        var on = origin.plusDays(random.nextInt(9_000) - 100);
        return switch (random.nextInt(6)) {
            case 0 -> new Promise(on);
            case 1 -> new Payment(on);
            case 2 -> new Acknowledgement(on);
            case 3 -> new Demand(on, random.nextInt(4) == 0 ? null : on.plusDays(random.nextInt(20)), true);
            case 4 -> new Demand(on, random.nextBoolean() ? null : on, false);
            default ->
                new Proceedings(
                        on, on.plusDays(random.nextInt(900)), random.nextBoolean() ? Outcome.JUDGMENT : Outcome.OTHER);
        };
    }
}
