package org.reskontra.collection.demands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.collection.process.Balance;
import org.reskontra.collection.process.Claim;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.LateInterest;
import org.reskontra.rulebook.interest.Stretch;

/**
 * What is owed on a day: principal, interest and costs.
 *
 * @param through last day whose interest is counted
 * @param interest at most two parts: what was counted before and is still owed, and what has accrued since
 * @param accruing whether interest is known to go on after that day
 */
public record Reckoning(
        LocalDate through, Money principal, List<InterestPart> interest, Money costs, boolean accruing) {

    public Reckoning {
        interest = List.copyOf(interest);
    }

    /**
     * Reckons what a claim comes to.
     *
     * <p>Interest is rounded once over all days when the balance allows it, so that a debtor who pays what was demanded
     * on the day of the demand owes nothing after it. Where the rate of a day is not known nothing is guessed: only what
     * was counted before is owed.
     *
     * @param open the newest balance of the claim
     */
    public static Reckoning of(RulePack pack, Claim claim, Balance open, LocalDate on) {
        var basis = fromTheDueDateIfNothingWasPaid(pack, claim, open);
        var until = on.isAfter(open.interestThrough()) ? on : open.interestThrough();
        return switch (accrue(pack, claim, basis, until)) {
            case Computed c ->
                with(
                        until,
                        basis,
                        parts(pack, claim, basis, c, until),
                        !c.stretches().isEmpty());
            case NeedsReview _ -> onlyWhatWasCounted(pack, claim, open);
        };
    }

    private static Reckoning onlyWhatWasCounted(RulePack pack, Claim claim, Balance open) {
        var known = open.version() == claim.invoiceVersion() ? claim.asHandedOver() : open;
        return with(known.interestThrough(), known, counted(pack, claim, known), false);
    }

    public Outstanding total() {
        var sum = Money.zero(principal.currency());
        for (var part : interest) {
            sum = sum.plus(part.amount());
        }
        return Outstanding.of(principal, sum, costs);
    }

    private static Reckoning with(LocalDate through, Balance balance, List<InterestPart> interest, boolean accruing) {
        return new Reckoning(
                through,
                balance.booked().principal(),
                interest,
                balance.booked().costs(),
                accruing);
    }

    /** Counted interest that is exactly what has accrued since the due date can be counted anew, and rounded once. */
    private static Balance fromTheDueDateIfNothingWasPaid(RulePack pack, Claim claim, Balance open) {
        var booked = open.booked();
        var fresh =
                Outstanding.of(booked.principal(), Money.zero(booked.principal().currency()), booked.costs());
        var sinceDueDate = new Balance(open.version(), fresh, claim.dueDate());
        return accrue(pack, claim, sinceDueDate, open.interestThrough()) instanceof Computed c
                        && c.interest().equals(booked.interest())
                ? sinceDueDate
                : open;
    }

    private static List<InterestPart> parts(
            RulePack pack, Claim claim, Balance basis, Computed since, LocalDate until) {
        var parts = new ArrayList<>(counted(pack, claim, basis));
        if (!since.stretches().isEmpty()) {
            parts.add(new InterestPart(since.interest(), until, since.stretches()));
        }
        return parts;
    }

    /** Interest in the balance itself. It bears on the principal of today: payments go to interest before principal. */
    private static List<InterestPart> counted(RulePack pack, Claim claim, Balance balance) {
        var booked = balance.booked();
        if (booked.interest().isZero()) {
            return List.of();
        }
        var sinceDueDate = new Balance(balance.version(), booked, claim.dueDate());
        List<Stretch> stretches = accrue(pack, claim, sinceDueDate, balance.interestThrough()) instanceof Computed c
                ? c.stretches()
                : List.of();
        return List.of(new InterestPart(booked.interest(), balance.interestThrough(), stretches));
    }

    private static InterestResult accrue(RulePack pack, Claim claim, Balance balance, LocalDate until) {
        return LateInterest.accrue(
                pack,
                new InterestClaim(
                        claim.debtorKind(),
                        balance.booked().principal(),
                        balance.interestThrough(),
                        until,
                        List.of(),
                        claim.interest().contractRate()));
    }
}
