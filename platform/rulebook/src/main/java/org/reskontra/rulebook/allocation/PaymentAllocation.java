package org.reskontra.rulebook.allocation;

import java.util.EnumMap;
import java.util.List;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.AllocationFacts;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.RulePack;

/** Divides a payment over the parts of one claim (in Sweden: Commercial Code ch. 9 s. 5, costs first by practice). */
public final class PaymentAllocation {

    private PaymentAllocation() {}

    /**
     * Covers the parts in the order of the pack, each in full before the next.
     *
     * @param owed no part negative
     * @param amount of the payment; not negative
     * @throws IllegalArgumentException for a negative amount or part, or when the currencies differ
     */
    public static Allocated allocate(RulePack pack, DebtorKind debtor, Outstanding owed, Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a payment cannot be negative: " + amount);
        }
        var covered = new EnumMap<ClaimPart, Money>(ClaimPart.class);
        var left = amount;
        for (var part : order(pack, debtor)) {
            var share = left.min(notNegative(owedOn(owed, part)));
            covered.put(part, share);
            left = left.minus(share);
        }
        var nothing = Money.zero(amount.currency());
        var allocation = new Allocation(
                covered.getOrDefault(ClaimPart.COSTS, nothing),
                covered.getOrDefault(ClaimPart.INTEREST, nothing),
                covered.getOrDefault(ClaimPart.PRINCIPAL, nothing));
        var rest = Outstanding.of(
                owed.principal().minus(allocation.principal()),
                owed.interest().minus(allocation.interest()),
                owed.costs().minus(allocation.costs()));
        return new Allocated(allocation, rest, left);
    }

    private static List<ClaimPart> order(RulePack pack, DebtorKind debtor) {
        return pack.convention(AllocationFacts.ORDER, debtor)
                .orElseThrow(() -> new IllegalStateException(pack.id() + " has no order of allocation"))
                .value();
    }

    private static Money owedOn(Outstanding owed, ClaimPart part) {
        return switch (part) {
            case COSTS -> owed.costs();
            case INTEREST -> owed.interest();
            case PRINCIPAL -> owed.principal();
        };
    }

    private static Money notNegative(Money part) {
        if (part.isNegative()) {
            throw new IllegalArgumentException("no part of a claim can be negative: " + part);
        }
        return part;
    }
}
