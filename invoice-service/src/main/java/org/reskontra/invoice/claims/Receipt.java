package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.PaymentId;

/**
 * Where money came from.
 *
 * @param valueDate the day from which the bank counts it
 * @param bookedOn the day it was on the creditor's account
 */
public record Receipt(PaymentId payment, LocalDate valueDate, LocalDate bookedOn) {

    /** The day from which it lessens a debt: the value date, or the booking date if that is earlier. */
    public LocalDate countsFrom() {
        return valueDate.isBefore(bookedOn) ? valueDate : bookedOn;
    }
}
