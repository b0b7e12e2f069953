package org.reskontra.invoice.invoicing;

/** Why a well-formed credit note is not issued, most important first. Codes go on the wire; never reuse one. */
public enum CreditRefusal {
    BEFORE_INVOICE(1, false),
    IN_THE_FUTURE(2, true),
    MONTH_LOCKED(3, false),
    RATE_NOT_INVOICED(4, false),
    NOTHING_TO_CREDIT(5, false),
    MORE_THAN_INVOICED(6, false),
    TOO_MANY_NOTES(7, false);

    private final int code;
    private final boolean retryable;

    CreditRefusal(int code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    public int code() {
        return code;
    }

    /** True: the same credit note can be issued later. */
    public boolean retryable() {
        return retryable;
    }
}
