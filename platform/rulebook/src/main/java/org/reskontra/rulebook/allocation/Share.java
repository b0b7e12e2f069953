package org.reskontra.rulebook.allocation;

import org.reskontra.contracts.Money;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.explain.Trace;

/**
 * What one part of one claim got of a payment.
 *
 * @param reference of the claim
 * @param amount from nothing up to what was owed on the part
 * @param trace the lower of what was left of the payment and what was owed
 */
public record Share(String reference, ClaimPart part, Money amount, Trace trace) {}
