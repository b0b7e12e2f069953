package org.reskontra.rulebook.interest;

import java.time.LocalDate;
import org.reskontra.contracts.Money;

/**
 * A change of what is owed beside principal and interest, such as the cost of a reminder or a demand.
 *
 * @param on the day of the change; where it bears interest, from the day after
 * @param amount signed: a cost that was added is positive, what was paid of it negative
 */
public record ChargeChange(LocalDate on, Money amount) {}
