package org.reskontra.invoice.uploads;

/** How a file of invoices is written. */
public enum Format {
    /** A table, one invoice a row, read by a column mapping. */
    CSV,
    /** One JSON object a line, each as {@code POST /v1/invoices} takes it. */
    NDJSON,
    /** One invoice in UBL 2.1, as Peppol BIS Billing 3 profiles it. */
    UBL
}
