package org.reskontra.invoice.approvals;

/** Why a proposal is not decided, most important first. Codes go on the wire; never reuse one. */
public enum ApprovalRefusal {
    /** It was approved or rejected before. */
    ALREADY_DECIDED(1, false),
    /** Who proposed it may not approve it. */
    SAME_PERSON(2, true);

    private final int code;
    private final boolean retryable;

    ApprovalRefusal(int code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    public int code() {
        return code;
    }

    /** True: somebody else can succeed. */
    public boolean retryable() {
        return retryable;
    }
}
