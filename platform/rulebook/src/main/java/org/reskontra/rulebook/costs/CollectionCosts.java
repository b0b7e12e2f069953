package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.CostFacts;
import org.reskontra.rulebook.RulePack;

/**
 * What the debtor can be made to pay for one collection measure (in Sweden: Act 1981:739 ss. 2–4). Whether the measure
 * was reasonably called for (s. 4) is not decided here.
 */
public final class CollectionCosts {

    private CollectionCosts() {}

    /**
     * The cost of one measure, within the limit of the law of the day it is taken.
     *
     * @param wanted what the creditor would charge; not negative
     * @param agreed whether the debtor accepted this kind of cost no later than when the debt arose; it only matters
     *     where the law asks for it
     * @param takenOn the day of the measure: the limit goes by it (SFS 2013:59)
     * @return zero where it is not agreed, where the debtor cannot be charged, where no limit is known for that day, and
     *     where the limit is set in another currency than the fee
     * @throws IllegalArgumentException when {@code wanted} is negative
     */
    public static FeeDecision decide(
            RulePack pack, CollectionCost cost, DebtorKind debtor, Money wanted, boolean agreed, LocalDate takenOn) {
        if (wanted.isNegative()) {
            throw new IllegalArgumentException("a fee cannot be negative: " + wanted);
        }
        var limits = pack.timeline(CostFacts.maximum(cost), debtor);
        var ruleId = limits.ruleId();
        var nothing = Money.zero(wanted.currency());
        if (pack.on(CostFacts.mustBeAgreed(cost), debtor, takenOn).value().orElse(true) && !agreed) {
            return new FeeDecision(nothing, ruleId, "not agreed when the debt arose");
        }
        var limit = limits.on(takenOn);
        var known = limit.value().flatMap(tiers -> tiers.tiers().getFirst().value());
        if (known.isEmpty()) {
            return new FeeDecision(nothing, ruleId, "no limit is known for " + takenOn);
        }
        var most = known.get();
        if (!most.currency().equals(wanted.currency())) {
            return new FeeDecision(nothing, ruleId, "the limit is set in " + most.currency());
        }
        return wanted.compareTo(most) > 0
                ? new FeeDecision(most, ruleId, "limited to " + most + " by " + limit.source())
                : new FeeDecision(wanted, ruleId, "within the limit of " + most + " set by " + limit.source());
    }
}
