package org.reskontra.collection.channels;

/** What became of an attempt to send a letter. The reasons never name the debtor. */
sealed interface Outcome {

    /** The receiving side has taken it. */
    record Taken() implements Outcome {}

    /** The receiving side will never take it. */
    record Refused(String reason) implements Outcome {}

    /** It may be taken later; perhaps it was taken already and nobody could tell us. */
    record Trouble(String reason) implements Outcome {}
}
