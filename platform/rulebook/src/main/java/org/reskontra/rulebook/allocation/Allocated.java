package org.reskontra.rulebook.allocation;

import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

/**
 * A payment, divided. Nothing is lost: the allocation and the excess make up the payment, the allocation and the rest
 * make up what was owed.
 *
 * @param rest what is still owed
 * @param excess what was paid beyond the claim
 */
public record Allocated(Allocation allocation, Outstanding rest, Money excess) {}
