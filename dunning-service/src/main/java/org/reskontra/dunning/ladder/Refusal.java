package org.reskontra.dunning.ladder;

import java.util.Locale;

/** Why a command changed nothing, most important first. Codes go on the wire; none is ever used again. */
public enum Refusal {
    /** Nobody has told of this invoice; its {@code invoice-issued} may still be on its way. */
    CASE_UNKNOWN(1, true),
    /** The amounts are in another currency than the invoice. */
    CURRENCY_DIFFERS(2, false),
    /** The case was opened for an invoice with other terms. */
    OTHER_INVOICE(3, false),
    /** No letter of that step was decided, so none can have been sent or returned. */
    NO_SUCH_LETTER(4, false);

    private final int code;
    private final boolean retryable;

    Refusal(int code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    public int code() {
        return code;
    }

    /** Whether the same command can succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** The name on the wire: {@code case-unknown}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
