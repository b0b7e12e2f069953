package org.reskontra.rulebook.allocation;

import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Outstanding;

/**
 * What a payment did to one of several claims.
 *
 * @param rest what is still owed
 */
public record CoveredClaim(String reference, Allocation allocation, Outstanding rest) {}
