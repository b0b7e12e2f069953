package org.reskontra.invoice.claims;

import java.time.LocalDate;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;

/**
 * Money that was told, and what it covers as the claim stands.
 *
 * @param on the day from which it counts
 * @param excess what is beyond the claim, and held for the customer
 */
public record BookedPayment(LocalDate on, Receipt receipt, Allocation allocation, Money excess) implements Fact {

    /** Money that covers nothing yet. */
    static BookedPayment of(LocalDate on, Receipt receipt, Money amount) {
        var zero = Money.zero(amount.currency());
        return new BookedPayment(on, receipt, new Allocation(zero, zero, zero), amount);
    }

    Money amount() {
        return allocation.total().plus(excess);
    }

    BookedPayment covering(Allocation other, Money rest) {
        return new BookedPayment(on, receipt, other, rest);
    }
}
