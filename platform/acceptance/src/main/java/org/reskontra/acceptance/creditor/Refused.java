package org.reskontra.acceptance.creditor;

/** A service said no, or did not say yes in time. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refused(String what) {
        super(what);
    }

    Refused(String what, Throwable cause) {
        super(what, cause);
    }
}
