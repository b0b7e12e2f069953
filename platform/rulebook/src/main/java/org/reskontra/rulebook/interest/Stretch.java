package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.reskontra.contracts.Money;

/**
 * Days in a row with one principal and one rate.
 *
 * @param from first day that bears interest
 * @param to last day that bears interest, inclusive
 * @param days calendar days, both ends counted
 * @param rate yearly fraction: 0.115 is 11.5 %
 * @param interest minor units, for show: not rounded to the minor unit but cut after
 *     {@value LateInterest#DECIMALS_SHOWN} decimals. The total is never added up from these
 */
public record Stretch(LocalDate from, LocalDate to, int days, Money principal, BigDecimal rate, BigDecimal interest) {}
