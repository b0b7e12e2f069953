package org.reskontra.dunning.channels;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.LetterId;
import org.reskontra.dunning.letters.Letter;

/** A way to get a letter to a debtor. */
public interface Channel {

    /** As it is stored with the letter: {@code EMAIL}. */
    String name();

    /**
     * Hands a letter over. Never fails: what went wrong is the outcome. Without an answer in time the outcome is trouble
     * and the attempt stays under way; ask {@link #awaitOutcome} before you send the letter again.
     */
    Uni<Outcome> send(Outgoing letter);

    /** Whether an attempt of this process has not been answered, or its answer not been asked for. */
    boolean isUnderWay(LetterId letter);

    /** What became of the attempt that is under way, as {@link #send} answers it. */
    Uni<Outcome> awaitOutcome(LetterId letter);

    /**
     * A letter as it leaves.
     *
     * @param id the same at every attempt, so that whoever gets a copy can tell that it is one
     * @param to where the debtor is reached on this channel
     * @param from the creditor's name
     * @param replyTo the creditor's address for questions; null: none given
     */
    record Outgoing(
            LetterId id, String to, String from, @Nullable String replyTo, Letter letter) {}

    /** What became of an attempt. Reasons are codes and name nobody. */
    sealed interface Outcome {

        /** The channel has it now. */
        record Sent() implements Outcome {}

        /** It will never be taken; a person must look. */
        record Refused(String reason) implements Outcome {}

        /** It may be taken later. */
        record Trouble(String reason) implements Outcome {}
    }
}
