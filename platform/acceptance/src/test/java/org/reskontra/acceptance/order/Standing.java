package org.reskontra.acceptance.order;

import java.util.Map;
import java.util.TreeMap;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.Owed;
import org.reskontra.invoice.claims.Claim;
import org.reskontra.invoice.claims.ClaimState;
import org.reskontra.invoice.ledger.Account;

/**
 * Where a story ended: all that must not depend on the order in which it was told. That a letter was sent cannot be
 * undone, so the number of reminders is not in it.
 *
 * @param settledOn as last published; empty: something is owed
 * @param owedByDunning what the case says is owed on the last day, interest that is not booked yet included
 * @param balances by account, minor units, accounts at zero left out
 */
record Standing(
        String claim,
        Outstanding owed,
        String interestThrough,
        String settledOn,
        String dunning,
        Outstanding owedByDunning,
        Map<Account, Long> balances) {

    static Standing of(World world) {
        var claim = claim(world.claim);
        var file = ((CaseState.Known) world.dunning).file();
        var balances = new TreeMap<>(world.ledger);
        balances.values().removeIf(balance -> balance == 0);
        return new Standing(
                world.claim.getClass().getSimpleName(),
                claim.owed(),
                claim.interestThrough().toString(),
                claim.owed().isSettled() ? world.settledOn : "",
                world.dunning.getClass().getSimpleName(),
                Owed.on(Scenario.LAST, file, World.LAW).amounts(),
                balances);
    }

    static Claim claim(ClaimState state) {
        return switch (state) {
            case ClaimState.None none -> throw new AssertionError("there is no claim: " + none);
            case ClaimState.Open(var claim) -> claim;
            case ClaimState.InCollection(var claim) -> claim;
            case ClaimState.Settled(var claim) -> claim;
        };
    }

    long balanceOf(Account account) {
        return balances.getOrDefault(account, 0L);
    }
}
