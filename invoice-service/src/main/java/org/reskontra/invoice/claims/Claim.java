package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        var rest = Outstanding.of(principal.minus(credited()), interest, costs);
        for (var payment : history.payments()) {
            rest = less(rest, payment.allocation());
        }
        for (var writeOff : history.writeOffs()) {
            var given = writeOff.standing();
            rest = less(rest, new Allocation(given.costs(), given.interest(), given.principal()));
        }
        return rest;
    }

    /** What was credited of the principal. */
    Money credited() {
        return history.credits().stream()
                .map(CreditedPart::amount)
                .reduce(Money.zero(principal.currency()), Money::plus);
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
        var paid = history.payments().stream()
                .map(payment -> new PrincipalChange(
                        payment.on(), payment.allocation().principal().negated()));
        var givenUp = history.writeOffs().stream()
                .map(one ->
                        new PrincipalChange(one.on(), one.given().principal().negated()));
        var recovered = history.writeOffs().stream()
                .flatMap(one -> one.recovered().stream())
                .map(one -> new PrincipalChange(one.on(), one.allocation().principal()));
        return Stream.of(paid, givenUp, recovered)
                .flatMap(changes -> changes)
                .filter(change ->
                        change.on().isAfter(through) && !change.amount().isZero())
                .sorted(Comparator.comparing(PrincipalChange::on))
                .toList();
    }

    /** The principal at the end of {@link #interestThrough}. */
    Money principalBeforeChanges() {
        return changes().stream().map(PrincipalChange::amount).reduce(owed().principal(), Money::minus);
    }

    /**
     * The day since which nothing is owed; empty while something is. Money for what was given up does not move it. Where
     * everything was credited it is the day of the invoice: nothing was ever owed.
     */
    Optional<LocalDate> settledOn() {
        if (!owed().isSettled()) {
            return Optional.empty();
        }
        var paid = history.payments().stream()
                .filter(payment -> payment.allocation().total().compareTo(recoveredBy(payment)) > 0)
                .map(BookedPayment::on);
        var givenUp = history.writeOffs().stream()
                .filter(one -> one.given().total().isPositive())
                .map(GivenUp::on);
        var credited = history.credits().stream().map(CreditedPart::on);
        return Stream.of(credited, paid, givenUp).flatMap(days -> days).max(Comparator.naturalOrder());
    }

    /**
     * The day of the last money, if it left no more than that and no fee has come since.
     *
     * @param most an amount of any currency
     */
    public Optional<LocalDate> residualOn(Money most) {
        var owed = owed().total();
        if (!owed.isPositive() || !owed.currency().equals(most.currency()) || owed.compareTo(most) > 0) {
            return Optional.empty();
        }
        return history.payments().stream()
                .map(BookedPayment::on)
                .reduce((_, last) -> last)
                .filter(last -> history.fees().stream()
                        .noneMatch(fee -> !fee.withdrawn() && fee.on().isAfter(last)));
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

    private Money recoveredBy(BookedPayment payment) {
        return history.writeOffs().stream()
                .flatMap(one -> one.recoveredBy(payment.receipt().payment()).stream())
                .map(one -> one.allocation().total())
                .reduce(Money.zero(principal.currency()), Money::plus);
    }

    static Outstanding less(Outstanding owed, Allocation paid) {
        return Outstanding.of(
                owed.principal().minus(paid.principal()),
                owed.interest().minus(paid.interest()),
                owed.costs().minus(paid.costs()));
    }
}
