package org.reskontra.invoice.invoicing;

/** Why a well-formed invoice is not issued, most important first. Codes go on the wire; never reuse one. */
public enum InvoiceRefusal {
    NO_LAW_FOR_COUNTRY(1, false),
    DUE_BEFORE_ISSUE(2, false),
    ISSUED_TOO_FAR_AHEAD(3, true),
    NOTHING_TO_PAY(4, false),
    VAT_DOES_NOT_FIT(5, false);

    private final int code;
    private final boolean retryable;

    InvoiceRefusal(int code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    public int code() {
        return code;
    }

    /** True: the same invoice can be issued later. */
    public boolean retryable() {
        return retryable;
    }
}
