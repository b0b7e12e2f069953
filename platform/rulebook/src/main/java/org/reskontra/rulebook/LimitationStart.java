package org.reskontra.rulebook;

/** From which day a claim runs towards its end. */
public enum LimitationStart {
    /** The day it arose: of the contract, or of the delivery. */
    ORIGIN,
    /** The day it fell due, fixed beforehand and binding. */
    DUE_DATE
}
