package org.reskontra.rulebook.interest;

import java.time.LocalDate;
import org.reskontra.contracts.Money;

/**
 * A change of the principal that bears interest.
 *
 * @param on the day of the change (for a payment: its booking date); the new principal counts from the day after
 * @param amount signed: a part payment of 4 000 kr is -400000 öre
 */
public record PrincipalChange(LocalDate on, Money amount) {}
