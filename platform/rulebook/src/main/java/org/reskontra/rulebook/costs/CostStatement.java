package org.reskontra.rulebook.costs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;
import org.reskontra.rulebook.explain.TraceCheck;

/**
 * What the collection of a debt may cost the debtor.
 *
 * @param steps one decision for each measure, in their order
 * @param costs the sum of what the measures may cost, without the compensation
 * @param total what the debtor may be asked to pay: costs and compensation, once
 * @param pack id of the rule pack that was used
 */
public record CostStatement(
        List<CostDecision> steps, Compensation compensation, Money costs, Money total, String pack) {

    public CostStatement {
        steps = List.copyOf(steps);
    }

    /** How much of the costs the compensation covers. */
    public Money absorbed() {
        return costs.plus(compensation.amount()).minus(total);
    }

    /** How the total came about, in minor units; {@link TraceCheck} recomputes it. */
    public Trace trace() {
        var measures =
                node(Step.ADD, costs, steps.stream().map(CostDecision::trace).toList());
        if (compensation.amount().isZero()) {
            return measures;
        }
        return node(
                compensation.absorbsCosts() ? Step.HIGHEST : Step.ADD, total, List.of(compensation.trace(), measures));
    }

    private static Trace node(Step how, Money amount, List<Trace> parts) {
        return new Trace(
                "collection-costs",
                "all measures for one debt",
                how,
                Map.of(),
                Counts.MINOR_UNITS,
                BigDecimal.valueOf(amount.minor()),
                parts);
    }
}
