package org.reskontra.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.costs.CostResult;
import org.reskontra.rulebook.costs.CostStep;
import org.reskontra.rulebook.costs.DebtCosts;
import org.reskontra.rulebook.costs.LateDebt;

/** How long it takes to decide what the collection of a debt may cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CostBenchmark {

    private static final LocalDate DUE = LocalDate.of(2025, 1, 31);

    private final RulePack finland = Rulebook.standard().pack(Country.FI);
    private final LateDebt debt = new LateDebt(DebtorKind.CONSUMER, Money.of(2_500_00, "EUR"), DUE, false, false, true);
    private final List<CostStep> steps = List.of(
            letter(CollectionCost.REMINDER, 10),
            letter(CollectionCost.REMINDER, 24),
            letter(CollectionCost.REMINDER, 38),
            letter(CollectionCost.COLLECTION_DEMAND, 52),
            CostStep.extension(DUE.plusDays(55), 14),
            letter(CollectionCost.COLLECTION_DEMAND, 70),
            CostStep.plan(DUE.plusDays(75), 6),
            CostStep.plan(DUE.plusDays(120), 12),
            letter(CollectionCost.COLLECTION_DEMAND, 150),
            CostStep.extension(DUE.plusDays(155), 30));

    /** Ten measures under the law with the most rules: tiers, waits, counts and a total. */
    @Benchmark
    public CostResult tenMeasures() {
        return DebtCosts.decide(finland, debt, steps);
    }

    private static CostStep letter(CollectionCost cost, int day) {
        return CostStep.of(cost, DUE.plusDays(day));
    }
}
