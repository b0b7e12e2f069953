package org.reskontra.invoice.transfers;

import org.reskontra.contracts.Money;

/**
 * One payment.
 *
 * @param endToEndId at most 35 signs; the bank hands it back with whatever becomes of the payment
 * @param amount above zero
 * @param message for the creditor
 */
public record Transfer(String endToEndId, Money amount, String creditor, BankAccount account, String message) {

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nobody is paid " + amount);
        }
    }
}
