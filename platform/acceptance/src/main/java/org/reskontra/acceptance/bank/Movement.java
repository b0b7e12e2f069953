package org.reskontra.acceptance.bank;

import org.reskontra.contracts.Money;

/**
 * Money that came in on an account.
 *
 * @param serial what the bank calls it; no other movement of the account is called so on that day
 * @param reference as the payer wrote it, at most 25 signs; blank for none
 */
public record Movement(long serial, String reference, Money amount) {}
