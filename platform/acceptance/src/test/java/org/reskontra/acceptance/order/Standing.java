package org.reskontra.acceptance.order;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.reskontra.contracts.Outstanding;
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
        LocalDate interestThrough,
        String settledOn,
        String dunning,
        Outstanding owedByDunning,
        Map<Account, Long> balances) {

    static Standing of(World world) {
        var receivables = world.receivables();
        var claim = receivables.claim();
        var balances = new TreeMap<>(receivables.ledger());
        balances.values().removeIf(balance -> balance == 0);
        return new Standing(
                receivables.state(),
                claim.owed(),
                claim.interestThrough(),
                claim.owed().isSettled() ? receivables.settledOn() : "",
                world.dunning().state(),
                world.dunning().owedOn(Scenario.LAST),
                balances);
    }

    long balanceOf(Account account) {
        return balances.getOrDefault(account, 0L);
    }
}
