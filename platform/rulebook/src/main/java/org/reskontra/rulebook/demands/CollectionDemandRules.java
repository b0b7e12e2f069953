package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ConductFacts;
import org.reskontra.rulebook.RulePack;

/** How long a collection demand must leave the debtor (in Sweden: Debt Recovery Act 1974:182 ss. 5 and 6). */
public final class CollectionDemandRules {

    private CollectionDemandRules() {}

    /**
     * The earliest day a demand may name as the last day to pay or object: in Sweden 8 days after it is sent.
     *
     * @throws IllegalStateException where the pack does not know
     */
    public static LocalDate earliestDeadline(RulePack pack, DebtorKind debtor, LocalDate sentOn) {
        var deadline = pack.on(ConductFacts.DEMAND_DEADLINE, debtor, sentOn);
        return sentOn.plusDays(deadline.value()
                .orElseThrow(() -> new IllegalStateException(
                        pack.id() + " does not know how long a demand must leave (" + deadline.source() + ")")));
    }

    /** The earliest day for a legal step: the deadline must have passed (s. 6). */
    public static LocalDate earliestLegalStep(LocalDate deadline) {
        return deadline.plusDays(1);
    }
}
