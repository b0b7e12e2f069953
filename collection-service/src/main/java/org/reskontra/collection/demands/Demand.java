package org.reskontra.collection.demands;

import java.time.LocalDate;
import org.reskontra.collection.process.Balance;
import org.reskontra.collection.process.Claim;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.demands.CollectionDemandRules;

/**
 * A collection demand with all that the law wants in it (in Sweden: Debt Recovery Act 1974:182 s. 5).
 *
 * @param debtor the name of whom it is addressed to
 * @param reckoning what is demanded
 * @param deadline last day to pay or object
 */
public record Demand(
        Creditor creditor, String debtor, Claim claim, Reckoning reckoning, LocalDate sentOn, LocalDate deadline) {

    /** Draws the demand up for the day it is sent, with the shortest deadline that the law of the claim allows. */
    public static Demand draw(
            RulePack pack, Creditor creditor, String debtor, Claim claim, Balance open, LocalDate sentOn) {
        return new Demand(
                creditor,
                debtor,
                claim,
                Reckoning.of(pack, claim, open, sentOn),
                sentOn,
                CollectionDemandRules.earliestDeadline(pack, claim.debtorKind(), sentOn));
    }
}
