package org.reskontra.rulebook;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;

/**
 * The law of one country, as the strict reader accepted it: every kind of debtor and of cost has its entry.
 *
 * @param id version and content hash, such as {@code SE-2026.2+1f0c…}; calculations carry it, so that a figure can be
 *     recomputed years later with the very text that produced it
 * @param version what people call this edition
 * @param currency that of the statutory amounts
 * @param demandDeadline shortest time in days that a collection demand must leave
 */
public record RulePack(
        Country country,
        String version,
        String id,
        Currency currency,
        InterestRules interest,
        Map<CollectionCost, CostRule> costs,
        Rule<Integer> demandDeadline,
        Map<DebtorKind, Rule<List<ClaimPart>>> allocation) {

    public RulePack {
        costs = Map.copyOf(costs);
        allocation = Map.copyOf(allocation);
    }

    public CostRule cost(CollectionCost cost) {
        var rule = costs.get(cost);
        if (rule == null) {
            throw new IllegalStateException("the pack has no rule for " + cost);
        }
        return rule;
    }

    /** Which part is covered first. */
    public Rule<List<ClaimPart>> allocationOrder(DebtorKind debtor) {
        var order = allocation.get(debtor);
        if (order == null) {
            throw new IllegalStateException("the pack has no allocation order for " + debtor);
        }
        return order;
    }
}
