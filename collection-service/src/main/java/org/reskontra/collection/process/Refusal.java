package org.reskontra.collection.process;

/** Why a command changed nothing, most important first. Codes go on the wire; never reuse one. */
public enum Refusal {
    /** The hand-over may still be on its way. */
    CASE_UNKNOWN(1, true),
    /** The invoice was handed over before, with other contents. */
    CLAIM_DIFFERS(2, false),
    CURRENCY_DIFFERS(3, false),
    /** Something is owed again on a case that has ended: a person decides. */
    CASE_CLOSED(4, false),
    /** The case awaits no such letter. */
    LETTER_UNKNOWN(5, false),
    /** No demand has failed. */
    NOTHING_TO_TRY_AGAIN(6, false);

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
}
