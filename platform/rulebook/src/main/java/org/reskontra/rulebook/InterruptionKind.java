package org.reskontra.rulebook;

/** What can make a claim's time run anew. */
public enum InterruptionKind {
    /** The debtor promised to pay. */
    PROMISE,
    /** The debtor paid a part, or interest. */
    PAYMENT,
    /** The debtor acknowledged the claim in another way. */
    ACKNOWLEDGEMENT,
    WRITTEN_DEMAND,
    /** A demand or a reminder by telephone or in person. */
    ORAL_DEMAND,
    /** The claim was put before a court, the enforcement authority, arbitrators or an insolvency proceeding. */
    PROCEEDINGS
}
