package org.reskontra.invoice.claims;

/**
 * Where a claim stands. That its due date has passed is a fact of the calendar, not of the claim: the daily sweep notes
 * it for many invoices at once.
 */
public sealed interface ClaimState {

    /** No such invoice. */
    record None() implements ClaimState {}

    /** Owed, and ours to follow up. */
    record Open(Claim claim) implements ClaimState {}

    /** Owed, and only collection acts on it. */
    record InCollection(Claim claim) implements ClaimState {}

    /**
     * Nothing is owed any more.
     *
     * @param handedOver whether collection has taken over: if it is owed again, it is so there
     */
    record Settled(Claim claim, boolean handedOver) implements ClaimState {}
}
