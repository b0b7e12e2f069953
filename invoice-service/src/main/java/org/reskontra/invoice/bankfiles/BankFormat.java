package org.reskontra.invoice.bankfiles;

/** How a bank writes of the money on an account. */
public enum BankFormat {
    /** Bankgirot's payments to a bankgiro number, by deposit. */
    BGMAX,
    /** ISO 20022: what has moved so far today. */
    CAMT_052,
    /** ISO 20022: the statement of a day. */
    CAMT_053,
    /** ISO 20022: notice of single movements, often what a statement shows as one sum. */
    CAMT_054
}
