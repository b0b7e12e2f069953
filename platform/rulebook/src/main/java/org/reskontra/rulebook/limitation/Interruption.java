package org.reskontra.rulebook.limitation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.rulebook.InterruptionKind;

/** Something that may make a claim's time run anew. */
public sealed interface Interruption {

    InterruptionKind kind();

    /** The day that must lie within the claim's time. */
    LocalDate on();

    /** The debtor promised, paid interest or a part, or acknowledged the claim in another way. */
    sealed interface ByDebtor extends Interruption {}

    record Promise(LocalDate on) implements ByDebtor {
        @Override
        public InterruptionKind kind() {
            return InterruptionKind.PROMISE;
        }
    }

    record Payment(LocalDate on) implements ByDebtor {
        @Override
        public InterruptionKind kind() {
            return InterruptionKind.PAYMENT;
        }
    }

    record Acknowledgement(LocalDate on) implements ByDebtor {
        @Override
        public InterruptionKind kind() {
            return InterruptionKind.ACKNOWLEDGEMENT;
        }
    }

    /**
     * The creditor demanded payment, or reminded.
     *
     * @param reachedOn when it reached the debtor; null where that is not known or cannot be shown
     */
    record Demand(LocalDate sentOn, @Nullable LocalDate reachedOn, boolean written) implements Interruption {

        public Demand {
            if (reachedOn != null && reachedOn.isBefore(sentOn)) {
                throw new IllegalArgumentException("sent on " + sentOn + " and received on " + reachedOn);
            }
        }

        @Override
        public InterruptionKind kind() {
            return written ? InterruptionKind.WRITTEN_DEMAND : InterruptionKind.ORAL_DEMAND;
        }

        @Override
        public LocalDate on() {
            return reachedOn == null ? sentOn : reachedOn;
        }
    }

    /**
     * The creditor put the claim before a court, the enforcement authority, arbitrators or an insolvency proceeding.
     *
     * @param on when they began
     * @param endedOn day of the final decision, or of their other end; null while they go on
     */
    record Proceedings(LocalDate on, @Nullable LocalDate endedOn, Outcome outcome) implements Interruption {

        /** How proceedings ended. */
        public enum Outcome {
            /** A judgment or another decision for the creditor. */
            JUDGMENT,
            /** Otherwise: withdrawn, closed, a settlement. */
            OTHER,
            /** Otherwise, and the debtor was never served nor told in another way. */
            DEBTOR_NEVER_TOLD
        }

        public Proceedings {
            if (endedOn != null && endedOn.isBefore(on)) {
                throw new IllegalArgumentException("proceedings began on " + on + " and ended on " + endedOn);
            }
        }

        @Override
        public InterruptionKind kind() {
            return InterruptionKind.PROCEEDINGS;
        }
    }
}
