package org.reskontra.collection.process;

import java.time.LocalDate;
import org.reskontra.contracts.Outstanding;

/**
 * What is owed on an invoice, copied from the newest event about it and never recomputed.
 *
 * @param version of the invoice event it was copied from; a lower one is older
 * @param booked interest that has accrued since {@code interestThrough} is not part of it
 * @param interestThrough last day whose late interest has been counted, so that the next to accrue is the day after;
 *     the due date when none has
 */
public record Balance(long version, Outstanding booked, LocalDate interestThrough) {

    boolean isNewerThan(Balance other) {
        return version > other.version;
    }

    /** Equal but for interest, which a claim counts further than the invoice does. */
    boolean isSameDebtAs(Balance other) {
        return booked.principal().equals(other.booked.principal())
                && booked.costs().equals(other.booked.costs());
    }

    boolean isSettled() {
        return booked.isSettled();
    }

    boolean sameCurrencyAs(Balance other) {
        return booked.total().currency().equals(other.booked.total().currency());
    }
}
