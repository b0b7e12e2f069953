package org.reskontra.invoice.claims;

import java.time.LocalDate;

/** Something that happened outside and that a claim is reckoned from, whenever it was told. */
sealed interface Fact permits BookedPayment, CreditedPart, GivenUp, ReminderCharge {

    /** The civil date it counts for. */
    LocalDate on();
}
