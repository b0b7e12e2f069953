package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.ClaimPart;

/**
 * One entry of the ledger that made a part of a claim larger (positive) or smaller (negative).
 *
 * @param interestThrough for posted or withdrawn interest: its last day
 */
public record Movement(LocalDate on, ClaimPart part, Money amount, Optional<LocalDate> interestThrough) {}
