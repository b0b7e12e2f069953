package org.reskontra.creditcheck.scoring;

/** A credit policy that cannot be used, and why. */
public final class PolicyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PolicyRefused(String where, String why) {
        super("credit policy, " + where + ": " + why);
    }

    public PolicyRefused(String where, Throwable cause) {
        super("credit policy, " + where + ": " + cause.getMessage(), cause);
    }
}
