package org.reskontra.collection.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

/** What a case can be asked to do. `on` and `today` are civil dates in the creditor's zone. */
public sealed interface CaseCommand {

    /**
     * Take a claim on.
     *
     * @param newest the newest balance known of the invoice; null when its events have not arrived yet
     */
    record Register(LocalDate on, Claim claim, @Nullable Balance newest) implements CaseCommand {}

    /**
     * See whether something is due.
     *
     * @param letter the id a letter gets if one is to be written
     */
    record Look(LocalDate today, LetterId letter) implements CaseCommand {}

    /**
     * The invoice was paid on, charged or settled.
     *
     * @param amount paid or charged; null when the news carries none
     */
    record NoteBalance(
            LocalDate on, Change change, @Nullable Money amount, Balance balance) implements CaseCommand {}

    /**
     * The demand has left.
     *
     * @param sentOn day of sending
     * @param deadline last day to pay or object
     * @param demanded what it asked for, interest to and including {@code sentOn}
     */
    record ConfirmSent(LetterId letter, LocalDate sentOn, LocalDate deadline, Outstanding demanded)
            implements CaseCommand {}

    /** The demand cannot be delivered. */
    record ReportUndeliverable(LetterId letter, LocalDate on, Obstacle why) implements CaseCommand {}

    /** A person has removed the obstacle: demand anew. */
    record TryAgain(LocalDate on) implements CaseCommand {}
}
