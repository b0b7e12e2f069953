package org.reskontra.rulebook.allocation;

import java.time.LocalDate;
import org.reskontra.contracts.Outstanding;

/**
 * A claim that a payment may cover.
 *
 * @param reference tells it from the debtor's others
 * @param owed no part negative
 */
public record OpenClaim(String reference, LocalDate dueDate, Outstanding owed) {}
