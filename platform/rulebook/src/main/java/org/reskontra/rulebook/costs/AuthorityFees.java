package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.AuthorityFacts;
import org.reskontra.rulebook.AuthorityFee;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Trace;

/**
 * The fees of authorities and courts (in Sweden: ordinance 1992:1094 for the enforcement authority, act 1990:746 for work
 * on a payment order, ordinance 1987:452 for courts).
 */
public final class AuthorityFees {

    private AuthorityFees() {}

    /** The answer. */
    public sealed interface Answer {}

    /**
     * The fee.
     *
     * @param amount zero where too little is unpaid
     * @param source where it was read
     */
    public record Due(Money amount, String ruleId, String source) implements Answer {

        /** How it came about: one leaf, in minor units. */
        public Trace trace() {
            return Trace.take(ruleId, source, amount);
        }
    }

    /** The law of that day is not known to the rulebook: a person must look. */
    public record NeedsReview(String ruleId, String reason) implements Answer {}

    /**
     * One fee. For the work on a payment order it is the most that the debtor can be ordered to pay.
     *
     * @param unpaid what is left of the claim when the fee arises
     * @param on the day of the application; of a further year's base fee, the day on which it falls due
     */
    public static Answer decide(RulePack pack, AuthorityFee fee, DebtorKind debtor, Money unpaid, LocalDate on) {
        var smallest = pack.fact(AuthorityFacts.smallestUnpaid(fee), debtor);
        if (smallest.isPresent()) {
            var ruleId = smallest.get().rule();
            var period = smallest.get().timeline().on(on);
            var limit = period.value();
            if (limit.isEmpty() || !limit.get().currency().equals(unpaid.currency())) {
                return new NeedsReview(ruleId, "no smallest sum in " + unpaid.currency() + " is known for " + on);
            }
            if (unpaid.compareTo(limit.get()) < 0) {
                return new Due(Money.zero(limit.get().currency()), ruleId, period.source());
            }
        }
        var amounts = pack.timeline(AuthorityFacts.amount(fee), debtor);
        var period = amounts.on(on);
        return period.value().isPresent()
                ? new Due(period.value().get(), amounts.ruleId(), period.source())
                : new NeedsReview(amounts.ruleId(), "no fee is known for " + on + " (" + period.source() + ")");
    }
}
