package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.computed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.InterestFacts;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.TraceCheck;

/** What holds for any claim between the first and the last known rate. The seed is in the name of the test. */
class LateInterestPropertiesTest {

    private static final int CLAIMS = 150;
    private static final LocalDate FIRST = LocalDate.of(2002, 6, 30);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2026, 77_001})
    void stretches_equal_the_same_days_taken_one_by_one(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CLAIMS; i++) {
            var claim = anyClaim(random);
            assertEquals(0, sum(claim).compareTo(dayByDay(claim)), claim::toString);
            var rounded = dayByDay(claim).divide(BigDecimal.valueOf(365), 0, RoundingMode.HALF_UP);
            assertEquals(rounded.longValueExact(), accrue(claim).interest().minor(), claim::toString);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 2027, 77_002})
    void cutting_a_period_in_two_does_not_change_the_unrounded_sum(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CLAIMS; i++) {
            var claim = anyClaim(random);
            long days = ChronoUnit.DAYS.between(claim.accrueAfter(), claim.until());
            var cut = claim.accrueAfter().plusDays(random.nextLong(days + 1));
            var parts = sum(between(claim, claim.accrueAfter(), cut)).add(sum(between(claim, cut, claim.until())));
            assertEquals(0, sum(claim).compareTo(parts), () -> claim + " cut after " + cut);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 2028, 77_003})
    void the_trace_gives_the_figure_again_and_notices_any_change(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CLAIMS; i++) {
            var computed = accrue(anyClaim(random));
            var trace = computed.trace();
            assertEquals(
                    computed.interest().minor(), TraceCheck.recompute(trace).longValueExact());
            var tampered = new Trace(
                    trace.ruleId(),
                    trace.source(),
                    trace.step(),
                    trace.inputs(),
                    trace.counts(),
                    trace.amount().add(BigDecimal.ONE),
                    trace.parts());
            assertThrows(IllegalArgumentException.class, () -> TraceCheck.recompute(tampered));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 2029, 77_004})
    void stretches_follow_one_another_within_the_period(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CLAIMS; i++) {
            var claim = anyClaim(random);
            var before = claim.accrueAfter();
            for (var stretch : accrue(claim).stretches()) {
                assertEquals(true, stretch.from().isAfter(before), claim::toString);
                assertEquals(ChronoUnit.DAYS.between(stretch.from(), stretch.to()) + 1, stretch.days());
                before = stretch.to();
            }
            assertEquals(false, before.isAfter(claim.until()), claim::toString);
        }
    }

    /** Minor units times days, exact: what the trace adds up before it divides. */
    private static BigDecimal sum(InterestClaim claim) {
        return accrue(claim).trace().parts().getFirst().amount();
    }

    private static InterestResult.Computed accrue(InterestClaim claim) {
        return computed(LateInterest.accrue(PACK, claim));
    }

    private static InterestClaim between(InterestClaim claim, LocalDate after, LocalDate until) {
        return new InterestClaim(
                claim.debtor(), claim.principal(), after, until, claim.changes(), claim.contractRate());
    }

    /** The slow way, written without the timeline: every day looks up its own rate and adds up its own principal. */
    private static BigDecimal dayByDay(InterestClaim claim) {
        var sum = BigDecimal.ZERO;
        for (var day = claim.accrueAfter().plusDays(1); !day.isAfter(claim.until()); day = day.plusDays(1)) {
            long principal = claim.principal().minor();
            for (var change : claim.changes()) {
                principal += change.on().isBefore(day) ? change.amount().minor() : 0;
            }
            sum = sum.add(rateOn(day, claim).multiply(BigDecimal.valueOf(principal)));
        }
        return sum;
    }

    private static BigDecimal rateOn(LocalDate day, InterestClaim claim) {
        var reference = BigDecimal.ZERO;
        for (var period :
                PACK.timeline(InterestFacts.REFERENCE_RATE, DebtorKind.BUSINESS).periods()) {
            if (!day.isBefore(period.from()) && !day.isAfter(period.to())) {
                reference = period.value().orElseThrow();
            }
        }
        var statutory = reference.add(new BigDecimal("0.08"));
        @Nullable BigDecimal contract = claim.contractRate();
        if (contract == null) {
            return statutory;
        }
        boolean floor = claim.debtor() == DebtorKind.PUBLIC_BODY && !day.isBefore(LocalDate.of(2013, 3, 16));
        return floor ? contract.max(statutory) : contract;
    }

    private static InterestClaim anyClaim(RandomGenerator random) {
        long span = ChronoUnit.DAYS.between(FIRST, LAST);
        var after = FIRST.plusDays(random.nextLong(span));
        var until = after.plusDays(random.nextLong(1, ChronoUnit.DAYS.between(after, LAST) + 1));
        if (random.nextInt(4) != 0 && after.plusDays(400).isBefore(until)) {
            until = after.plusDays(random.nextLong(1, 400));
        }
        long principal = random.nextLong(1, 10_000_000_00L);
        var changes = new ArrayList<PrincipalChange>();
        long open = principal;
        var on = after.minusDays(3);
        for (int i = random.nextInt(4); i > 0; i--) {
            on = on.plusDays(random.nextLong(120));
            long amount = random.nextInt(5) == 0 ? random.nextLong(1_000_00) : -random.nextLong(open + 1);
            open += amount;
            changes.add(new PrincipalChange(on, Money.of(amount, "SEK")));
        }
        var debtor = DebtorKind.values()[random.nextInt(3)];
        var contract = random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextLong(3000), 4) : null;
        return new InterestClaim(debtor, Money.of(principal, "SEK"), after, until, List.copyOf(changes), contract);
    }
}
