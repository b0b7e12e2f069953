package org.reskontra.invoice.ledger;

/** What a posting books. */
public enum PostingKind {
    INVOICE_ISSUED,
    LATE_INTEREST,
    LATE_INTEREST_WITHDRAWN,
    REMINDER_FEE,
    REMINDER_FEE_WITHDRAWN,
    PAYMENT,
    PAYMENT_REALLOCATED,
    OVERPAYMENT,
    UNMATCHED_PAYMENT,
    WRITE_OFF,
    WRITE_OFF_CORRECTED,
    WRITE_OFF_RECOVERED,
    REFUND
}
