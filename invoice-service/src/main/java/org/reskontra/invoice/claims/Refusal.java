package org.reskontra.invoice.claims;

/** Why a command changed nothing, most important first. Codes go on the wire; never reuse one. */
public enum Refusal {
    /** The invoice may still be on its way. */
    CLAIM_UNKNOWN(1, true),
    CURRENCY_DIFFERS(2, false),
    ALREADY_ISSUED(3, false),
    CLAIM_SETTLED(4, false),
    /** Only collection acts on it. */
    IN_COLLECTION(5, false),
    /** The law of the day, or the agreement, does not allow the fee. */
    FEE_NOT_ALLOWED(6, false),
    /** The claim has no such payment. */
    PAYMENT_UNKNOWN(7, false),
    /** Of what was held of the payment a part has gone elsewhere since; it must come back first. */
    EXCESS_NOT_HELD(8, true),
    /** No more can be given up than is owed. */
    MORE_THAN_OWED(9, false),
    /** No more can be credited than the invoice came to. */
    MORE_THAN_INVOICED(10, false);

    private final int code;
    private final boolean retryable;

    Refusal(int code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    public int code() {
        return code;
    }

    /** True: the same command can succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
