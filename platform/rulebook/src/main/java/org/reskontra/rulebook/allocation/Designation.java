package org.reskontra.rulebook.allocation;

import org.reskontra.rulebook.ClaimPart;

/** What the debtor has said a payment is for, no later than when paying. */
public sealed interface Designation {

    /** Nothing. */
    record None() implements Designation {}

    /** One of the claims, by its reference. */
    record OfClaim(String reference) implements Designation {}

    /** A part, of every claim. */
    record OfPart(ClaimPart part) implements Designation {}

    /** A part of one claim. */
    record OfClaimAndPart(String reference, ClaimPart part) implements Designation {}
}
