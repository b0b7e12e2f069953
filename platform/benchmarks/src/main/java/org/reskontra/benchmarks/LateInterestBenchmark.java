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
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.interest.InterestAmount;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult;
import org.reskontra.rulebook.interest.LateInterest;
import org.reskontra.rulebook.interest.PrincipalChange;

/** How long a claim's late interest takes to work out, with and without its explanation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class LateInterestBenchmark {

    private static final String SEK = "SEK";

    private final RulePack sweden = Rulebook.standard().pack(Country.SE);
    private final InterestClaim claim = new InterestClaim(
            DebtorKind.BUSINESS,
            Money.of(125_000_00, SEK),
            LocalDate.of(2022, 1, 31),
            LocalDate.of(2025, 1, 31),
            List.of(
                    partPayment(2022, 6, 15, 10_000_00),
                    partPayment(2023, 1, 20, 25_000_00),
                    partPayment(2023, 11, 2, 5_000_00),
                    partPayment(2024, 8, 30, 40_000_00)),
            null);

    /** Three years of delay, six changes of the reference rate, four part payments: the amount alone. */
    @Benchmark
    public InterestAmount threeYearsWithFourPartPaymentsWithoutExplanation() {
        return LateInterest.interest(sweden, claim);
    }

    /** The same with its stretches and its trace. */
    @Benchmark
    public InterestResult threeYearsWithFourPartPayments() {
        return LateInterest.accrue(sweden, claim);
    }

    private static PrincipalChange partPayment(int year, int month, int day, long minor) {
        return new PrincipalChange(LocalDate.of(year, month, day), Money.of(-minor, SEK));
    }
}
