package org.reskontra.invoice.books;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.claims.Receipt;
import org.reskontra.invoice.ledger.Posting;

/**
 * A posting and what it is about.
 *
 * @param bookedOn the day of the books it belongs in
 * @param interestThrough for posted interest: its last day
 * @param ruleId the rule that allows a charge
 * @param calculation how computed interest came about
 * @param actor who did it; null for whoever the transaction is of
 */
public record Booking(
        Posting posting,
        LocalDate bookedOn,
        @Nullable UUID invoice,
        @Nullable UUID payment,
        @Nullable LocalDate interestThrough,
        @Nullable String ruleId,
        @Nullable InterestCalculation calculation,
        @Nullable String actor) {

    /** On the day it counts for. */
    public static Booking of(Posting posting, UUID invoice) {
        return charge(posting, invoice, null, null, null);
    }

    /** On another day of the books than the one it counts for. */
    public static Booking on(LocalDate bookedOn, Posting posting, UUID invoice) {
        return new Booking(posting, bookedOn, invoice, null, null, null, null, null);
    }

    /** A charge, or its withdrawal, on the day it counts for. */
    public static Booking charge(
            Posting posting,
            UUID invoice,
            @Nullable LocalDate interestThrough,
            @Nullable String ruleId,
            @Nullable InterestCalculation calculation) {
        return new Booking(posting, posting.on(), invoice, null, interestThrough, ruleId, calculation, null);
    }

    /** What becomes of money: not before the day it was on the account, so that the books agree with the bank's. */
    public static Booking ofMoney(Posting posting, @Nullable UUID invoice, Receipt receipt) {
        var booked = receipt.bookedOn().isAfter(posting.on()) ? receipt.bookedOn() : posting.on();
        return new Booking(posting, booked, invoice, receipt.payment().value(), null, null, null, null);
    }

    /** Money that leaves: on the day it does, so that the books agree with the bank's. */
    public static Booking ofMoneyTakenBack(
            Posting posting, @Nullable UUID invoice, Receipt receipt, LocalDate takenOn) {
        return new Booking(posting, takenOn, invoice, receipt.payment().value(), null, null, null, null);
    }

    public Booking by(String who) {
        return new Booking(posting, bookedOn, invoice, payment, interestThrough, ruleId, calculation, who);
    }
}
