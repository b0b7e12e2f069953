package org.reskontra.rulebook.costs;

import java.time.LocalDate;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.RulePack;

/** The fee for a written reminder (in Sweden: Act 1981:739 ss. 2 and 4). */
public final class ReminderFee {

    private ReminderFee() {}

    /**
     * What the reminder may cost the debtor: nothing unless agreed when the debt arose, else what the creditor wants up
     * to the limit of the day the reminder is sent (60 kr from 2013-03-16, 50 kr before).
     *
     * @param wanted not negative; negative throws {@link IllegalArgumentException}
     */
    public static FeeDecision decide(RulePack pack, DebtorKind debtor, Money wanted, boolean agreed, LocalDate sentOn) {
        return CollectionCosts.decide(pack, CollectionCost.REMINDER, debtor, wanted, agreed, sentOn);
    }
}
