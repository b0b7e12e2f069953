package org.reskontra.acceptance.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.ledger.Account;

/** Lives through a scenario in every order there is. */
final class Orders {

    private final Scenario scenario;
    private long count;
    private int fewestCorrections = Integer.MAX_VALUE;
    private int mostCorrections;
    private @Nullable Standing first;

    private Orders(Scenario scenario) {
        this.scenario = scenario;
    }

    static Orders of(Scenario scenario) {
        var orders = new Orders(scenario);
        orders.live(new World(scenario));
        return orders;
    }

    long count() {
        return count;
    }

    int fewestCorrections() {
        return fewestCorrections;
    }

    int mostCorrections() {
        return mostCorrections;
    }

    Standing end() {
        return first;
    }

    private void live(World world) {
        var steps = world.possible();
        if (steps.isEmpty()) {
            end(world);
        }
        for (var step : steps) {
            live(world.after(step));
        }
    }

    private void end(World world) {
        count++;
        assertTrue(world.isOver(), () -> scenario.name() + " got stuck on " + world.today());
        fewestCorrections = Math.min(fewestCorrections, world.receivables().corrections());
        mostCorrections = Math.max(mostCorrections, world.receivables().corrections());
        var standing = Standing.of(world);
        if (first == null) {
            first = standing;
        }
        assertEquals(first, standing, scenario.name());
        assertEquals(standing.owed().principal(), standing.owedByDunning().principal(), scenario.name());
        assertEquals(
                0,
                world.receivables().ledger().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                "the ledger is out of balance");
        assertEquals(
                standing.owed().total().minor(), standing.balanceOf(Account.RECEIVABLES), "claim and ledger differ");
    }
}
