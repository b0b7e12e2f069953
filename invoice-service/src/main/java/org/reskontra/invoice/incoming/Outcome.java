package org.reskontra.invoice.incoming;

/** What became of an entry's money. */
enum Outcome {
    /** On an invoice. */
    MATCHED,
    /** Waits for its invoice, or for a person. */
    WORK_LIST,
    /** Cannot be booked as it is. */
    REFUSED,
    /** Money of the creditor's own: charges, withdrawals. */
    NOT_INCOMING,
    /** An earlier file told of the same movement. */
    BOOKED_BEFORE
}
