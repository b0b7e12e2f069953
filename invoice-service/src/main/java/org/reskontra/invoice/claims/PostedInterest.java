package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.Money;

/**
 * Late interest that is posted and was not withdrawn.
 *
 * @param through its last day; its first follows the last day of the interest posted before it, or the due date
 * @param amount more than zero
 */
public record PostedInterest(LocalDate through, Money amount, String ruleId) {}
