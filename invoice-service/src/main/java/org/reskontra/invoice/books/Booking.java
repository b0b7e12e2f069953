package org.reskontra.invoice.books;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.ledger.Posting;

/**
 * A posting and what it is about.
 *
 * @param interestThrough for posted interest: its last day
 * @param ruleId the rule that allows a charge
 * @param calculation how computed interest came about
 */
public record Booking(
        Posting posting,
        @Nullable UUID invoice,
        @Nullable UUID payment,
        @Nullable LocalDate interestThrough,
        @Nullable String ruleId,
        @Nullable InterestCalculation calculation) {

    public static Booking of(Posting posting, @Nullable UUID invoice, @Nullable UUID payment) {
        return new Booking(posting, invoice, payment, null, null, null);
    }
}
