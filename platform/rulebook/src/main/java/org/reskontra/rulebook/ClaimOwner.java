package org.reskontra.rulebook;

/** Whose claim it is, seen from whoever presses for payment. */
public enum ClaimOwner {
    SENDER,
    GROUP_COMPANY,
    ANOTHER,
    /** The sender's, taken over only to be collected. */
    BOUGHT_FOR_COLLECTION
}
