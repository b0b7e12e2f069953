package org.reskontra.rulebook.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.CostFacts;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.Tiers;
import org.reskontra.rulebook.explain.TraceCheck;

/** What holds of any history of any debt, in every country. The seed is in the name of the test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DebtCostsPropertiesTest {

    private static final int HISTORIES = 12_000;
    private static final List<Country> COUNTRIES = List.of(Country.SE, Country.FI, Country.NO, Country.DK);
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final int DAYS = 16 * 365;

    /** Any history, with what was decided on it. */
    private record Case(RulePack pack, LateDebt debt, List<CostStep> steps, CostResult result) {

        CostStatement statement() {
            return result.statement();
        }

        <T> boolean says(FactKey<T> key, LocalDate on, T value) {
            return pack.on(key, debt.debtor(), on).value().equals(Optional.of(value));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 2031})
    void no_order_or_number_of_measures_breaks_a_cap(long seed) {
        forAny(seed, any -> {
            var sum = Money.zero(any.pack.currency());
            for (var decision : any.statement().steps()) {
                sum = sum.plus(decision.allowed());
                var total = any.debt.directlyEnforceable()
                                && any.pack
                                        .fact(CostFacts.TOTAL_MAXIMUM_ENFORCEABLE, any.debt.debtor())
                                        .isPresent()
                        ? CostFacts.TOTAL_MAXIMUM_ENFORCEABLE
                        : CostFacts.TOTAL_MAXIMUM;
                if (decision.allowed().isPositive()) {
                    requireAtMost(any, total, decision.step().on(), sum);
                    requireHighestOf(any, decision);
                }
            }
            assertEquals(sum, any.statement().costs());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {12, 2032})
    void nobody_pays_for_what_such_a_debtor_cannot_be_charged_for(long seed) {
        forAny(seed, any -> {
            for (var decision : any.statement().steps()) {
                var step = decision.step();
                boolean forbidden = any.says(CostFacts.chargeable(step.cost()), step.on(), false)
                        || any.says(CostFacts.undisputedOnly(step.cost()), step.on(), true) && step.disputed()
                        || any.says(CostFacts.mustBeAgreed(step.cost()), step.on(), true) && !any.debt.costsAgreed();
                assertTrue(!forbidden || decision.allowed().isZero(), any::toString);
            }
            boolean consumer = any.debt.debtor() == DebtorKind.CONSUMER;
            assertTrue(!consumer || any.statement().compensation().amount().isZero(), any::toString);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {13, 2033})
    void the_total_is_the_higher_of_compensation_and_costs_or_both(long seed) {
        forAny(seed, any -> {
            var statement = any.statement();
            long costs = statement.costs().minor();
            long compensation = statement.compensation().amount().minor();
            boolean both = any.pack.country().equals(Country.DK);
            assertEquals(
                    both ? costs + compensation : Math.max(costs, compensation),
                    statement.total().minor(),
                    any::toString);
            assertTrue(any.debt.compensationClaimed() || compensation == 0, any::toString);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {14, 2034})
    void never_more_than_was_asked_for_and_never_less_than_nothing(long seed) {
        forAny(seed, any -> {
            for (var decision : any.statement().steps()) {
                var wanted = decision.step().wanted();
                assertTrue(!decision.allowed().isNegative(), any::toString);
                assertTrue(wanted == null || decision.allowed().compareTo(wanted) <= 0, any::toString);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {15, 2035})
    void every_trace_gives_its_figure_again(long seed) {
        forAny(seed, any -> {
            for (var decision : any.statement().steps()) {
                assertEquals(
                        decision.allowed().minor(),
                        TraceCheck.recompute(decision.trace()).longValueExact(),
                        any::toString);
            }
            assertEquals(
                    any.statement().total().minor(),
                    TraceCheck.recompute(any.statement().trace()).longValueExact(),
                    any::toString);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {16, 2036})
    void a_later_measure_never_changes_an_earlier_decision(long seed) {
        var random = new Random(seed + 1);
        forAny(seed, any -> {
            int some = random.nextInt(any.steps.size() + 1);
            var shorter = DebtCosts.decide(any.pack, any.debt, any.steps.subList(0, some));
            assertEquals(
                    any.statement().steps().subList(0, some),
                    shorter.statement().steps(),
                    any::toString);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {17, 2037})
    void a_person_looks_exactly_where_something_is_unknown(long seed) {
        forAny(seed, any -> {
            boolean unknown = any.statement().compensation().reason() == CostReason.UNKNOWN
                    || any.statement().steps().stream().anyMatch(step -> step.reason() == CostReason.UNKNOWN);
            if (unknown) {
                assertInstanceOf(CostResult.NeedsReview.class, any.result, any::toString);
            } else if (any.result instanceof CostResult.NeedsReview review) {
                assertTrue(
                        any.statement().total().isPositive(), any::toString); // only a total or the absorbing is open
                assertEquals(1, review.open().size(), any::toString);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {18, 2038})
    void a_measure_alone_gets_the_same_answer_by_the_simple_entrance(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            var pack = pack(random);
            var any = debt(random, pack);
            var debt = new LateDebt(any.debtor(), any.principal(), any.due(), false, any.costsAgreed(), false);
            var wanted = money(pack, 1 + random.nextInt(300_00));
            var drawn = step(random, debt.due().plusDays(400), pack);
            var step =
                    new CostStep(drawn.cost(), drawn.on(), wanted, drawn.instalments(), drawn.extensionDays(), false);
            var whole = DebtCosts.decide(pack, debt, List.of(step))
                    .statement()
                    .steps()
                    .getFirst();
            var alone = CollectionCosts.decide(
                    pack, step.cost(), debt.debtor(), debt.principal(), wanted, debt.costsAgreed(), step.on());
            boolean asksForMore = whole.reason() == CostReason.NO_REMINDER_BEFORE
                    || whole.reason() == CostReason.EXTENSION_TOO_SHORT
                    || whole.reason() == CostReason.LIMITED_BY_TOTAL;
            boolean byInstalments = alone.reason().contains("number of instalments");
            if (asksForMore) {
                assertTrue(whole.allowed().compareTo(alone.fee()) <= 0, step::toString);
            } else if (byInstalments) {
                assertTrue(alone.fee().isZero(), step::toString);
            } else {
                assertEquals(whole.allowed(), alone.fee(), () -> debt + " " + step + " " + whole + " " + alone);
            }
        }
    }

    private static void forAny(long seed, Consumer<Case> holds) {
        var random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            var pack = pack(random);
            var debt = debt(random, pack);
            var steps = new ArrayList<CostStep>();
            var on = debt.due().plusDays(random.nextInt(30) - 5);
            for (int n = random.nextInt(13); n > 0; n--) {
                steps.add(step(random, on, pack));
                on = on.plusDays(random.nextInt(25));
            }
            holds.accept(new Case(pack, debt, steps, DebtCosts.decide(pack, debt, steps)));
        }
    }

    private static RulePack pack(Random random) {
        return Rulebook.standard().pack(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
    }

    private static LateDebt debt(Random random, RulePack pack) {
        long[] limits = {0, 99_99, 100_00, 100_01, 500_00, 1000_00, 2500_00, 10_000_00, 50_000_00};
        return new LateDebt(
                DebtorKind.values()[random.nextInt(3)],
                money(pack, limits[random.nextInt(limits.length)]),
                FIRST.plusDays(random.nextInt(DAYS)),
                random.nextInt(4) == 0,
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static CostStep step(Random random, LocalDate on, RulePack pack) {
        var cost = CollectionCost.values()[random.nextInt(CollectionCost.values().length)];
        return new CostStep(
                cost,
                on,
                random.nextBoolean() ? null : money(pack, random.nextInt(300_00)),
                cost == CollectionCost.INSTALMENT_PLAN ? 1 + random.nextInt(12) : 0,
                cost == CollectionCost.EXTENSION ? 1 + random.nextInt(30) : 0,
                random.nextInt(4) == 0);
    }

    private static Money money(RulePack pack, long minor) {
        return new Money(minor, pack.currency());
    }

    private static void requireAtMost(Case any, FactKey<Tiers<Money>> key, LocalDate on, Money amount) {
        any.pack
                .on(key, any.debt.debtor(), on)
                .value()
                .flatMap(tiers -> tiers.of(any.debt.principal()).value())
                .ifPresent(most -> assertTrue(amount.compareTo(most) <= 0, any::toString));
    }

    /** No measure costs more than the dearest that the pack knows of its kind for such a principal. */
    private static void requireHighestOf(Case any, CostDecision decision) {
        var step = decision.step();
        requireAtMost(any, CostFacts.maximum(step.cost()), step.on(), decision.allowed());
    }
}
