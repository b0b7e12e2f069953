package org.reskontra.invoice.refunds;

/** Where a refund stands. */
enum RefundState {
    /** It waits for somebody else to decide. */
    PROPOSED,
    /** It goes with the next file. */
    APPROVED,
    REJECTED,
    /** The bank is told to pay it. */
    IN_FILE,
    /** When the file was made, the money was not held any more. */
    LAPSED
}
