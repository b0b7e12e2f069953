package org.reskontra.collection.process;

/** Why a demand could not reach the debtor. */
public enum Obstacle {
    /** The debtor has no e-mail address that we know of. */
    NO_ADDRESS,
    /** The receiving side refused the letter for good. */
    REFUSED,
    /** It could not be delivered in as many attempts as are allowed. */
    GAVE_UP
}
