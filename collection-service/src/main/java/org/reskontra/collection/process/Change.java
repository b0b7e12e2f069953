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
    /** The bank took a payment back. */
    PAYMENT_REVERSED,
    /** A payment was not for this invoice. */
    PAYMENT_UNMATCHED,
    /** The creditor has given up part or all of it, or less than was told before. */
    WRITTEN_OFF,
    /** The creditor says that part or all of it was never owed. */
    CREDITED,
    SETTLED,
    /** News of the invoice that changed no amount. */
    NONE;

    /** Whether money is not there any more, so that a case that had ended goes on. */
    boolean takesMoneyBack() {
        return switch (this) {
            case PAYMENT_REVERSED, PAYMENT_UNMATCHED -> true;
            case PAYMENT,
                    OVERPAYMENT,
                    REMINDER_FEE,
                    LATE_INTEREST,
                    CHARGE_WITHDRAWN,
                    PAYMENT_REALLOCATED,
                    WRITTEN_OFF,
                    CREDITED,
                    SETTLED,
                    NONE -> false;
        };
    }
}
