package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.interest.PrincipalChange;

/**
 * An invoice seen as a debt.
 *
 * @param principal as issued
 * @param history what was told of it, and what is posted because of that
 * @param review why a person must look at the interest; empty: nobody must
 */
public record Claim(ClaimTerms terms, Money principal, History history, Optional<String> review) {

    /** A fresh claim: nothing but principal, which bears interest after the due date. */
    public static Claim issued(ClaimTerms terms, Money principal) {
        return new Claim(terms, principal, History.NOTHING, Optional.empty());
    }

    /** As booked: interest that has accrued but is not posted is not in it. */
    public Outstanding owed() {
        var interest = Money.zero(principal.currency());
        for (var posted : history.interest()) {
            interest = interest.plus(posted.amount());
        }
        var costs = Money.zero(principal.currency());
        for (var fee : history.fees()) {
            costs = fee.withdrawn() ? costs : costs.plus(fee.fee());
        }
        var rest = Outstanding.of(principal, interest, costs);
        for (var payment : history.payments()) {
            rest = less(rest, payment.allocation());
        }
        return rest;
    }

    /** Last day whose interest is posted; the due date while none is. */
    public LocalDate interestThrough() {
        return history.interest().isEmpty()
                ? terms.dueDate()
                : history.interest().getLast().through();
    }

    /**
     * How the principal changed after {@link #interestThrough}, oldest first: where interest could not be posted with a
     * payment, it can still be computed to the öre.
     */
    List<PrincipalChange> changes() {
        var through = interestThrough();
        return history.payments().stream()
                .filter(payment -> payment.on().isAfter(through)
                        && !payment.allocation().principal().isZero())
                .map(payment -> new PrincipalChange(
                        payment.on(), payment.allocation().principal().negated()))
                .toList();
    }

    /** The principal at the end of {@link #interestThrough}. */
    Money principalBeforeChanges() {
        return changes().stream().map(PrincipalChange::amount).reduce(owed().principal(), Money::minus);
    }

    /** The day on which money made the claim nothing; empty while something is owed. */
    Optional<LocalDate> settledOn() {
        return owed().isSettled()
                ? history.payments().stream()
                        .filter(payment -> payment.allocation().total().isPositive())
                        .map(BookedPayment::on)
                        .reduce((_, last) -> last)
                : Optional.empty();
    }

    boolean hasCharged(int step) {
        return history.fees().stream().anyMatch(fee -> fee.step() >= step);
    }

    Claim with(History other) {
        return new Claim(terms, principal, other, review);
    }

    Claim inNeedOf(String reason) {
        return new Claim(terms, principal, history, Optional.of(reason));
    }

    private static Outstanding less(Outstanding owed, Allocation paid) {
        return Outstanding.of(
                owed.principal().minus(paid.principal()),
                owed.interest().minus(paid.interest()),
                owed.costs().minus(paid.costs()));
    }
}
