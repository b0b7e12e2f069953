package org.reskontra.creditcheck.scoring;

/** The four answers, best first. */
public enum Verdict {
    /** The whole amount on credit. */
    APPROVE,
    /** A part, or all, to be paid beforehand. */
    PREPAY,
    /** A person decides. */
    REFER,
    DECLINE
}
