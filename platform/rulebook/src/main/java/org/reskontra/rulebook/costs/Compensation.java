package org.reskontra.rulebook.costs;

import org.reskontra.contracts.Money;
import org.reskontra.rulebook.explain.Trace;

/**
 * The fixed compensation for paying late.
 *
 * @param amount zero where it is not claimed, cannot be, or is not known
 * @param reason {@link CostReason#WITHIN_LIMIT} where it is due
 * @param ruleId the rule that decided
 * @param absorbsCosts whether costs are payable only above it, which is also assumed where nobody knows
 */
public record Compensation(Money amount, CostReason reason, String ruleId, String source, boolean absorbsCosts) {

    Trace trace() {
        return Trace.take(ruleId, source, amount);
    }
}
