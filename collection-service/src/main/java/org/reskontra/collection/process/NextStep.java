package org.reskontra.collection.process;

import java.time.LocalDate;

/**
 * Something that may be done next on a case.
 *
 * @param from first day it may be done
 */
public record NextStep(Action action, LocalDate from) {

    /** Who acts: the service itself, the debtor, or a person. */
    public enum Action {
        /** The service sends a demand. */
        SEND_DEMAND,
        /** The debtor pays or objects. */
        PAY_OR_OBJECT,
        /** The creditor may take legal steps: the deadline of the demand has passed. */
        TAKE_LEGAL_STEPS,
        /** A person finds the debtor's address and asks for a new demand. */
        FIND_ADDRESS_AND_TRY_AGAIN
    }
}
