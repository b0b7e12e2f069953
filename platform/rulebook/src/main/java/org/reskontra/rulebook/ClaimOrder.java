package org.reskontra.rulebook;

/** Which of several claims a payment covers first. */
public enum ClaimOrder {
    /** The one that fell due first. */
    OLDEST_FIRST
}
