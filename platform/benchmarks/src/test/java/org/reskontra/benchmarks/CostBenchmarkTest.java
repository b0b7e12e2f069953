package org.reskontra.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.costs.CostResult.Decided;

/** What is measured is the real work. */
class CostBenchmarkTest {

    @Test
    void the_measured_history_has_charges_refusals_and_a_sum() {
        var decided = assertInstanceOf(Decided.class, new CostBenchmark().tenMeasures());
        assertEquals(10, decided.statement().steps().size());
        // a reminder too early, two of 5; demands of 50 and 25, a third too many; two plans of 50, two extensions of 5
        assertEquals(Money.of(195_00, "EUR"), decided.statement().total());
    }
}
