package org.reskontra.collection.process;

/** Why a balance is no longer what it was. */
public enum Change {
    PAYMENT,
    OVERPAYMENT,
    REMINDER_FEE,
    LATE_INTEREST,
    SETTLED,
    /** News of the invoice that changed no amount. */
    NONE
}
