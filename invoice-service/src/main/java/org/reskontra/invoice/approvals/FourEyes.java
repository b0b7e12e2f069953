package org.reskontra.invoice.approvals;

import java.util.Optional;
import org.reskontra.contracts.Money;

/** Money is given away by two people: one proposes, another approves. */
public final class FourEyes {

    private FourEyes() {}

    /**
     * Why this person may not approve; empty: they may.
     *
     * @param ownUpTo amounts to this may be approved by whoever proposed them; in another currency: none may
     */
    public static Optional<ApprovalRefusal> check(String proposedBy, String approver, Money amount, Money ownUpTo) {
        boolean small = amount.currency().equals(ownUpTo.currency()) && amount.compareTo(ownUpTo) <= 0;
        return small || !proposedBy.equals(approver) ? Optional.empty() : Optional.of(ApprovalRefusal.SAME_PERSON);
    }
}
