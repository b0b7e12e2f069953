package org.reskontra.invoice.invoices;

/** Where an invoice stands, as lists and clients see it. */
public enum InvoiceState {
    /** Owed, and not past its due date. */
    OPEN,
    /** Owed, and past its due date. */
    OVERDUE,
    /** Owed, and in the hands of collection. */
    IN_COLLECTION,
    SETTLED
}
