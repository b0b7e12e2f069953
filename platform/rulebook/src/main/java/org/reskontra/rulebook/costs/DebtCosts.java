package org.reskontra.rulebook.costs;

import java.util.List;
import org.reskontra.rulebook.RulePack;

/**
 * What the whole collection of a debt may cost the debtor: which measure may be charged for, how much, and why not (in
 * Sweden: Act 1981:739; in Finland: Collection Act 513/1999 ss. 10 to 10 j). Whether a measure was reasonably called for is
 * not decided here.
 *
 * <p>The measures are decided one by one in their order, so that a later one never changes what was decided on an
 * earlier one. A letter counts as sent, for the waits and for what is a later demand, whether or not it may be charged
 * for; how often something may be charged for counts what was charged.
 */
public final class DebtCosts {

    private DebtCosts() {}

    /**
     * The decision on every measure, and their sums. The compensation is that of the first day of the delay.
     *
     * @param steps taken and planned, each no earlier than the one before
     * @return {@link CostResult.NeedsReview} where a rule that matters is not known, or the limits are set in another
     *     currency than the debt
     * @throws IllegalArgumentException when the steps are out of order, or one asks for another currency than the debt's
     */
    public static CostResult decide(RulePack pack, LateDebt debt, List<CostStep> steps) {
        var decisions = new CostDecisions(pack, debt, steps.size());
        for (var step : steps) {
            decisions.take(step);
        }
        return decisions.result();
    }
}
