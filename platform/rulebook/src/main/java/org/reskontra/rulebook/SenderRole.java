package org.reskontra.rulebook;

/** In which role somebody presses for payment. */
public enum SenderRole {
    /** The creditor itself. */
    OWN_CLAIMS,
    /** A company for another of its group. */
    GROUP,
    /** An agent with a licence to collect for others. */
    LICENSED_AGENT
}
