package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.computed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.AccrualDays;
import org.reskontra.rulebook.DayCount;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.InterestConventions;
import org.reskontra.rulebook.InterestFacts;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.Sweden;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.TraceCheck;
import org.reskontra.rulebook.interest.InterestResult.Computed;

/** What holds for any claim. Each test tries over ten thousand; its seeds are in its names. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateInterestPropertiesTest {

    private static final int CLAIMS = 3_500;

    /** Swedish law, but for charges, which bear interest for some years. */
    private static final RulePack SWEDEN = amended("""
                value: no
                source: "contested, see RH 2010:18: our reading is that they do not"
                confidence: convention
            """, """
                periods:
                  - { from: 2002-07-01, to: 2012-04-30, value: no, source: test, confidence: likely }
                  - { from: 2012-05-01, to: 2019-02-10, value: yes, source: test, confidence: likely }
                  - { from: 2019-02-11, value: no, source: test, confidence: likely }
            """);

    private static final RulePack FINLAND = Rulebook.standard().pack(Country.FI);

    /** A claim, the law and the conventions it is put to. */
    private record Case(RulePack pack, InterestClaim claim, InterestConventions conventions) {

        Computed accrue() {
            return computed(LateInterest.accrue(pack, claim, conventions));
        }

        /** Minor units times units, exact: what the trace adds up before it divides. */
        BigDecimal sum() {
            return accrue().trace().parts().getFirst().amount();
        }

        Case between(LocalDate after, LocalDate until) {
            var part = new InterestClaim(
                    claim.debtor(),
                    claim.principal(),
                    after,
                    until,
                    claim.changes(),
                    claim.contractRate(),
                    claim.charges(),
                    claim.credit());
            return new Case(pack, part, conventions);
        }
    }

    private static void anyCase(long seed, Consumer<Case> property) {
        var random = new Random(seed);
        for (int i = 0; i < CLAIMS; i++) {
            property.accept(random.nextBoolean() ? swedish(random) : finnish(random));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2026, 77_001})
    void stretches_equal_the_same_days_taken_one_by_one(long seed) {
        anyCase(seed, given -> {
            var result = given.accrue();
            var slow = SlowWay.sum(given.pack(), given.claim(), given.conventions());
            assertEquals(0, given.sum().compareTo(slow), given::toString);
            var year = given.conventions().dayCount().value().unitsPerYear();
            var rounded = slow.divide(
                    BigDecimal.valueOf(year), 0, given.conventions().rounding().value());
            assertEquals(rounded.longValueExact(), result.interest().minor(), given::toString);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 2027, 77_002})
    void cutting_a_period_in_two_does_not_change_the_unrounded_sum(long seed) {
        var random = new Random(-seed);
        anyCase(seed, given -> {
            var claim = given.claim();
            long days = ChronoUnit.DAYS.between(claim.accrueAfter(), claim.until());
            var cut = claim.accrueAfter().plusDays(random.nextLong(days + 1));
            var before = given.between(claim.accrueAfter(), cut).sum();
            var after = given.between(cut, claim.until()).sum();
            assertEquals(0, given.sum().compareTo(before.add(after)), () -> given + " cut after " + cut);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 2028, 77_003})
    void the_trace_gives_the_figure_again_and_notices_any_change(long seed) {
        anyCase(seed, given -> {
            var computed = given.accrue();
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
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 2029, 77_004})
    void stretches_follow_one_another_within_the_period(long seed) {
        anyCase(seed, given -> {
            int offset = given.conventions().accrualDays().value().offset();
            var before = given.claim().accrueAfter().plusDays(offset - 1);
            for (var stretch : given.accrue().stretches()) {
                assertTrue(stretch.from().isAfter(before), given::toString);
                assertEquals(ChronoUnit.DAYS.between(stretch.from(), stretch.to()) + 1, stretch.days());
                before = stretch.to();
            }
            assertFalse(before.isAfter(given.claim().until().plusDays(offset - 1)), given::toString);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 2030, 77_005})
    void without_explanation_the_answer_is_the_same_also_where_the_law_is_not_known(long seed) {
        var random = new Random(-seed);
        anyCase(seed, given -> {
            var moved = random.nextInt(3) == 0
                    ? given
                    : given.between(
                            given.claim().accrueAfter().minusDays(random.nextInt(1_000)),
                            given.claim().until().plusDays(random.nextInt(1_000)));
            var expected = switch (LateInterest.accrue(moved.pack(), moved.claim(), moved.conventions())) {
                case Computed result -> new InterestAmount.Known(result.interest());
                case InterestResult.NeedsReview review -> review;
            };
            assertEquals(
                    expected, LateInterest.interest(moved.pack(), moved.claim(), moved.conventions()), moved::toString);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 2031, 77_006})
    void the_shown_amounts_add_up_to_the_interest_and_none_is_off_by_more_than_a_minor_unit(long seed) {
        anyCase(seed, given -> {
            var computed = given.accrue();
            long sum = 0;
            for (var shown : computed.shown()) {
                sum += shown.interest().minor();
                var off = BigDecimal.valueOf(shown.interest().minor())
                        .subtract(shown.stretch().interest());
                assertTrue(off.abs().compareTo(BigDecimal.ONE) <= 0, given::toString);
            }
            assertEquals(computed.interest().minor(), sum, given::toString);
            assertEquals(
                    computed.stretches(),
                    computed.shown().stream().map(ShownStretch::stretch).toList());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 2032, 77_007})
    void changing_the_rate_of_one_half_year_moves_only_its_own_leaves(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < CLAIMS; i++) {
            var half = HalfYear.ALL.get(random.nextInt(HalfYear.ALL.size()));
            var after = half.from().minusDays(random.nextInt(1, 300));
            var debtor = DebtorKind.values()[random.nextInt(3)];
            var claim = new InterestClaim(
                    debtor,
                    Money.of(random.nextLong(1, 1_000_000_00), "SEK"),
                    after.isBefore(LocalDate.of(2002, 6, 30)) ? LocalDate.of(2002, 6, 30) : after,
                    earlier(half.to().plusDays(random.nextInt(300)), LocalDate.of(2026, 6, 30)),
                    List.of(),
                    null);
            var was = Leaf.of(computed(LateInterest.accrue(Sweden.PACK, claim)));
            var is = Leaf.of(computed(LateInterest.accrue(half.pack(), claim)));
            // both are constant between these days
            var days = new TreeSet<LocalDate>(List.of(half.from(), half.to().plusDays(1)));
            was.forEach(leaf -> days.add(leaf.from()));
            is.forEach(leaf -> days.add(leaf.from()));
            for (var day : days.subSet(claim.accrueAfter(), false, claim.until(), true)) {
                boolean inside = !day.isBefore(half.from()) && !day.isAfter(half.to());
                var expected = Leaf.on(was, day).reference().add(inside ? HalfYear.RAISE : BigDecimal.ZERO);
                assertEquals(0, expected.compareTo(Leaf.on(is, day).reference()), () -> claim + " on " + day);
                assertEquals(Leaf.on(was, day).margin(), Leaf.on(is, day).margin(), () -> claim + " on " + day);
            }
        }
    }

    /** Swedish law with a higher rate in one half-year. */
    private record HalfYear(LocalDate from, LocalDate to, RulePack pack) {

        private static final BigDecimal RAISE = new BigDecimal("0.0175");

        private static final List<HalfYear> ALL =
                Sweden.PACK.timeline(InterestFacts.REFERENCE_RATE, DebtorKind.BUSINESS).periods().stream()
                        .filter(period -> period.value().isPresent())
                        .map(period -> raised(period.from(), period.to()))
                        .toList();

        static HalfYear raised(LocalDate from, LocalDate to) {
            var days = "from: " + from + ", to: " + to + ", value: ";
            var value = SWEDEN.on(InterestFacts.REFERENCE_RATE, DebtorKind.BUSINESS, from)
                    .value()
                    .orElseThrow();
            var percent = value.movePointRight(2);
            var line = days + percent.setScale(1, RoundingMode.UNNECESSARY);
            return new HalfYear(from, to, amended(line, days + percent.add(RAISE.movePointRight(2))));
        }
    }

    /** What the explanation of a statutory stretch was built from. */
    private record Leaf(LocalDate from, LocalDate to, BigDecimal reference, BigDecimal margin) {

        static List<Leaf> of(Computed computed) {
            return computed.trace().parts().getFirst().parts().stream()
                    .map(accrual -> {
                        var leaves = accrual.parts().getFirst().parts();
                        return new Leaf(
                                LocalDate.parse(accrual.inputs().getOrDefault("from", "")),
                                LocalDate.parse(accrual.inputs().getOrDefault("to", "")),
                                leaves.get(0).amount(),
                                leaves.get(1).amount());
                    })
                    .toList();
        }

        static Leaf on(List<Leaf> leaves, LocalDate day) {
            return leaves.stream()
                    .filter(leaf -> !day.isBefore(leaf.from()) && !day.isAfter(leaf.to()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Written without stretches: every day looks up its own rate and adds up its own principal. */
    private static final class SlowWay {

        static BigDecimal sum(RulePack pack, InterestClaim claim, InterestConventions conventions) {
            int offset = conventions.accrualDays().value().offset();
            var sum = BigDecimal.ZERO;
            var first = claim.accrueAfter().plusDays(offset);
            for (var day = first; day.isBefore(claim.until().plusDays(offset)); day = day.plusDays(1)) {
                long weight = conventions.dayCount().value() == DayCount.ACT_365 ? 1 : day.isLeapYear() ? 365 : 366;
                long principal = principal(pack, claim, day, offset);
                if (principal != 0) {
                    sum = sum.add(rate(pack, claim, day).multiply(BigDecimal.valueOf(principal * weight)));
                }
            }
            return sum;
        }

        private static long principal(RulePack pack, InterestClaim claim, LocalDate day, int offset) {
            long principal = claim.principal().minor();
            for (var change : claim.changes()) {
                principal += change.on().plusDays(offset).isAfter(day)
                        ? 0
                        : change.amount().minor();
            }
            for (var charge : claim.charges()) {
                boolean bears = !charge.on().plusDays(offset).isAfter(day)
                        && known(pack, InterestFacts.CHARGES_BEAR_INTEREST, claim, day);
                principal += bears ? charge.amount().minor() : 0;
            }
            return principal;
        }

        private static BigDecimal rate(RulePack pack, InterestClaim claim, LocalDate day) {
            @Nullable BigDecimal contract = claim.contractRate();
            if (contract == null) {
                return statutory(pack, claim, day);
            }
            var rate = contract;
            if (known(pack, InterestFacts.STATUTORY_IS_FLOOR, claim, day)) {
                rate = rate.max(statutory(pack, claim, day));
            }
            if (known(pack, InterestFacts.STATUTORY_IS_CEILING, claim, day)) {
                rate = rate.min(statutory(pack, claim, day));
            }
            var credit = claim.credit();
            if (credit != null) {
                var points = known(pack, InterestFacts.CREDIT_CEILING, claim, credit.agreedOn());
                rate = rate.min(
                        known(pack, InterestFacts.REFERENCE_RATE, claim, day).add(points));
            }
            return rate;
        }

        private static BigDecimal statutory(RulePack pack, InterestClaim claim, LocalDate day) {
            return known(pack, InterestFacts.REFERENCE_RATE, claim, day)
                    .add(known(pack, InterestFacts.MARGIN, claim, day));
        }

        private static <T> T known(RulePack pack, FactKey<T> key, InterestClaim claim, LocalDate day) {
            for (var period : pack.timeline(key, claim.debtor()).periods()) {
                if (!day.isBefore(period.from()) && !day.isAfter(period.to())) {
                    return period.value().orElseThrow();
                }
            }
            throw new AssertionError(key + " on " + day);
        }
    }

    private static Case swedish(Random random) {
        var debtor = DebtorKind.values()[random.nextInt(3)];
        var claim = anyClaim(random, debtor, LocalDate.of(2002, 6, 30), "SEK");
        if (random.nextInt(4) == 0) {
            claim = claim.withCharges(anyCharges(random, claim));
        }
        if (debtor == DebtorKind.CONSUMER && random.nextBoolean()) {
            claim = claim.asConsumerCredit(LocalDate.of(2018, 9, 1).plusDays(random.nextInt(3_000)));
        }
        return new Case(SWEDEN, claim, anyConventions(random, SWEDEN));
    }

    private static Case finnish(Random random) {
        var debtor = random.nextBoolean() ? DebtorKind.CONSUMER : DebtorKind.BUSINESS;
        var claim = anyClaim(random, debtor, LocalDate.of(2006, 12, 31), "EUR");
        return new Case(FINLAND, claim, anyConventions(random, FINLAND));
    }

    private static InterestConventions anyConventions(Random random, RulePack pack) {
        var conventions = pack.interest(DebtorKind.BUSINESS).conventions().orElseThrow();
        if (random.nextInt(3) == 0) {
            conventions = conventions.with(DayCount.ACT_ACT, "agreed");
        }
        if (random.nextInt(3) == 0) {
            conventions = conventions.with(AccrualDays.FROM_START_BEFORE_PAYMENT, "agreed");
        }
        var roundings = List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);
        return conventions.with(roundings.get(random.nextInt(roundings.size())), "agreed");
    }

    /** Within what is known from the day after {@code earliest} on. */
    private static InterestClaim anyClaim(Random random, DebtorKind debtor, LocalDate earliest, String currency) {
        var first = earliest.plusDays(1);
        var last = LocalDate.of(2026, 6, 30);
        var after = first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last)));
        long longest = ChronoUnit.DAYS.between(after, last);
        var until = after.plusDays(random.nextLong(1, Math.min(longest, random.nextInt(40) == 0 ? 9_000 : 400) + 1));
        long principal = random.nextLong(1, random.nextInt(10) == 0 ? 1_000_000_000_000_00L : 10_000_000_00L);
        var changes = new ArrayList<PrincipalChange>();
        long open = principal;
        var on = after.minusDays(3);
        for (int i = random.nextInt(5); i > 0; i--) {
            on = on.plusDays(random.nextLong(120));
            long amount = random.nextInt(5) == 0 ? random.nextLong(1_000_00) : -random.nextLong(open + 1);
            open += amount;
            changes.add(new PrincipalChange(on, Money.of(amount, currency)));
        }
        if (changes.size() > 1 && random.nextBoolean()) {
            changes.add(0, changes.removeLast());
        }
        var contract =
                random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextLong(3_000), 4 + random.nextInt(4)) : null;
        return new InterestClaim(debtor, Money.of(principal, currency), after, until, changes, contract);
    }

    private static List<ChargeChange> anyCharges(Random random, InterestClaim claim) {
        var charges = new ArrayList<ChargeChange>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            var on = claim.accrueAfter().plusDays(random.nextInt(-30, 300));
            charges.add(new ChargeChange(on, Money.of(random.nextLong(500_00), "SEK")));
        }
        return charges;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
