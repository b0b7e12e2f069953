package org.reskontra.collection.letters;

/** How far a letter has come. */
public enum LetterStatus {
    /** Waits to be sent. */
    QUEUED,
    /** Handed to the channel; the receipt is not in yet. */
    SENDING,
    SENT,
    /** No longer wanted when its turn came. */
    WITHDRAWN,
    /** Will not reach the debtor. */
    UNDELIVERABLE
}
