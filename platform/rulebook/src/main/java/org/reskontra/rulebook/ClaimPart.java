package org.reskontra.rulebook;

/** The parts of a claim that must be kept apart. */
public enum ClaimPart {
    COSTS,
    INTEREST,
    PRINCIPAL
}
