package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Tiers;

/**
 * What the debtor can be made to pay for one collection measure taken by itself (in Sweden: Act 1981:739 ss. 2–4). What
 * was done before, the waits, and what all measures may cost together, are left to {@link DebtCosts}, which allows a
 * single measure as much wherever the law does not ask for those. Whether the measure was reasonably called for (s. 4) is
 * not decided here.
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
     * @return zero where it is not agreed, where the debtor cannot be charged, where no limit is known for that day,
     *     where the limit goes by the principal or the number of instalments, and where it is set in another currency than the fee
     * @throws IllegalArgumentException when {@code wanted} is negative
     */
    public static FeeDecision decide(
            RulePack pack, CollectionCost cost, DebtorKind debtor, Money wanted, boolean agreed, LocalDate takenOn) {
        return decide(pack, cost, debtor, null, wanted, agreed, takenOn);
    }

    /**
     * The same where the limit may go by the principal.
     *
     * @param principal null where it is not known: then a limit that goes by it allows nothing
     */
    public static FeeDecision decide(
            RulePack pack,
            CollectionCost cost,
            DebtorKind debtor,
            @Nullable Money principal,
            Money wanted,
            boolean agreed,
            LocalDate takenOn) {
        if (wanted.isNegative()) {
            throw new IllegalArgumentException("a fee cannot be negative: " + wanted);
        }
        var rules = pack.costs(debtor).of(cost);
        var ruleId = rules.maximum().ruleId();
        var nothing = Money.zero(wanted.currency());
        var chargeable = rules.chargeable().on(takenOn);
        if (!rules.chargeable().periods().isEmpty() && !chargeable.value().orElse(false)) {
            return new FeeDecision(nothing, rules.chargeable().ruleId(), "such a debtor cannot be charged for it");
        }
        if (rules.mustBeAgreed().on(takenOn).value().orElse(true) && !agreed) {
            return new FeeDecision(nothing, ruleId, "not agreed when the debt arose");
        }
        var limit = rules.maximum().on(takenOn);
        if (limit.value().isEmpty()) {
            return new FeeDecision(nothing, ruleId, "no limit is known for " + takenOn);
        }
        if (!pack.currency().equals(wanted.currency())) {
            return new FeeDecision(nothing, ruleId, "the limit is set in " + pack.currency());
        }
        var tiers = limit.value().get();
        if (principal == null && tiers.tiers().size() > 1) {
            return new FeeDecision(nothing, ruleId, "the limit goes by the principal, which is not given");
        }
        if (cost == CollectionCost.INSTALMENT_PLAN && byInstalments(pack, debtor)) {
            return new FeeDecision(nothing, ruleId, "the limit goes by the number of instalments");
        }
        var known = of(tiers, principal);
        if (known.isEmpty()) {
            return new FeeDecision(nothing, ruleId, "no limit is known for " + takenOn);
        }
        var most = known.get();
        return wanted.compareTo(most) > 0
                ? new FeeDecision(most, ruleId, "limited to " + most + " by " + limit.source())
                : new FeeDecision(wanted, ruleId, "within the limit of " + most + " set by " + limit.source());
    }

    private static boolean byInstalments(RulePack pack, DebtorKind debtor) {
        return !pack.costs(debtor).shortPlan().periods().isEmpty();
    }

    private static Optional<Money> of(Tiers<Money> tiers, @Nullable Money principal) {
        return principal == null
                ? tiers.tiers().getFirst().value()
                : tiers.of(principal).value();
    }
}
