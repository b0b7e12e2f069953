package org.reskontra.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.reskontra.rulebook.interest.InterestAmount;
import org.reskontra.rulebook.interest.InterestResult.Computed;

/** What is measured is the real work. */
class LateInterestBenchmarkTest {

    @Test
    void the_measured_claim_has_a_stretch_for_each_rate_and_principal() {
        var computed = assertInstanceOf(Computed.class, new LateInterestBenchmark().threeYearsWithFourPartPayments());
        assertEquals(10, computed.stretches().size());
    }

    @Test
    void both_measured_ways_give_the_same_amount() {
        var benchmark = new LateInterestBenchmark();
        var computed = assertInstanceOf(Computed.class, benchmark.threeYearsWithFourPartPayments());
        assertEquals(
                new InterestAmount.Known(computed.interest()),
                benchmark.threeYearsWithFourPartPaymentsWithoutExplanation());
    }
}
