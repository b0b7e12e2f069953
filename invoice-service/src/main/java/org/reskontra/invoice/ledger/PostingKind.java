package org.reskontra.invoice.ledger;

/** What a posting books. */
public enum PostingKind {
    INVOICE_ISSUED,
    LATE_INTEREST,
    REMINDER_FEE,
    PAYMENT,
    OVERPAYMENT,
    UNMATCHED_PAYMENT
}
