package org.reskontra.acceptance.agent;

import java.util.Locale;

/** Moments in a service's work at which its process can be made to end, in the order of an event's way. */
public enum Point {
    /** A transaction has written its rows and its events, and is about to commit. */
    BEFORE_COMMIT,
    /** It has committed, and nobody knows yet. */
    AFTER_COMMIT,
    /** Events have been read from the outbox and are about to be sent. */
    BEFORE_SENDING,
    /** Kafka has acknowledged events that still stand in the outbox. */
    AFTER_ACKNOWLEDGEMENT,
    /** Records were received and are about to be applied. */
    RECEIVED,
    /** Records were applied, and what they caused is published; the offsets are about to be committed. */
    BEFORE_OFFSETS,
    /** A letter is about to be given to the mail server. */
    BEFORE_LETTER,
    /** The mail server has the letter, and its receipt is not stored yet. */
    AFTER_LETTER;

    /** The file that arms it, in the folder of a process. */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
