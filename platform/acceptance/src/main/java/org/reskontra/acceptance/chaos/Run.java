package org.reskontra.acceptance.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.demo.Outcome;
import org.reskontra.acceptance.oracle.Scenario;
import org.reskontra.acceptance.oracle.ScenarioWriter;
import org.reskontra.acceptance.partner.EventAudit;
import org.reskontra.contracts.TenantId;

/**
 * A creditor's life, faults in it, and the check afterwards.
 *
 * @param tenant makes it another creditor's than that of any other run on the same rig
 */
record Run(TenantId tenant, Scenario scenario, FaultPlan plan) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /**
     * How long a life is and what goes wrong in it.
     *
     * @param busyDays on which something may happen
     * @param faults how many
     * @param seconds how long an outage lasts
     */
    record Form(int busyDays, int faults, int seconds) {

        /** For a person who wants to know. */
        static final Form FULL = new Form(16, 5, 30);

        /** For the module's tests. */
        static final Form SHORT = new Form(8, 2, 4);
    }

    /** The run that a seed stands for. */
    static Run of(long seed, Form form) {
        var scenario = ScenarioWriter.write(seed, form.busyDays());
        return new Run(tenant(seed), scenario, FaultPlan.of(seed, form.faults(), scenario, form.seconds()));
    }

    private static TenantId tenant(long seed) {
        var random = new SplittableRandom(Long.reverse(seed));
        return new TenantId(new UUID(random.nextLong(), random.nextLong()));
    }

    /**
     * Lives and checks.
     *
     * @return what is wrong, in words; at best empty
     */
    List<String> on(Rig rig, Consumer<String> progress) {
        try {
            var creditor = Creditor.open(rig.platform(), tenant, "Kaos AB", scenario.firstDay(), PATIENCE);
            var life = new Life(creditor, scenario, plan, new Injector(rig, tenant, progress));
            life.live();
            return check(rig, creditor, life);
        } catch (RuntimeException e) { // whatever it is, the seed that brings it is told
            return List.of("the run did not come to its end: " + e);
        }
    }

    private List<String> check(Rig rig, Creditor creditor, Life life) {
        var outcome = Outcome.of(creditor, scenario.lastDay(), rig.listener(), rig.letterbox());
        var faults = new ArrayList<>(outcome.faults());
        var once = EventAudit.of(rig.listener().heardOf(tenant.toString())).once();
        faults.addAll(AgainstModel.faults(creditor, scenario.outcome(), life, once));
        faults.addAll(AgainstTopics.faults(creditor, once));
        faults.addAll(AtRest.faults(rig.platform(), tenant, once));
        return faults;
    }
}
