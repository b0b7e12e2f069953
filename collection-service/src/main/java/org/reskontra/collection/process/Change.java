package org.reskontra.collection.process;

/** Why a balance is no longer what it was. */
public enum Change {
    PAYMENT,
    OVERPAYMENT,
    REMINDER_FEE,
    LATE_INTEREST,
    /** A charge is not owed after all, or not as much of it. */
    CHARGE_WITHDRAWN,
    /** A payment covers something else than was told before. */
    PAYMENT_REALLOCATED,
    /** The creditor has given up part or all of it, or less than was told before. */
    WRITTEN_OFF,
    SETTLED,
    /** News of the invoice that changed no amount. */
    NONE
}
