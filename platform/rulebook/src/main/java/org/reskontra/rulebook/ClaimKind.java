package org.reskontra.rulebook;

/** What a claim is for, as far as limitation asks. */
public enum ClaimKind {
    /** A business supplied a consumer with goods or services, mainly for private use; not a negotiable note. */
    CONSUMER_SUPPLY,
    OTHER
}
