package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.PrincipalChange;

/**
 * What is owed on a day and why, from the ledger alone.
 *
 * @param booked as posted up to that day
 * @param interestThrough last day whose interest is posted; the due date while none is
 * @param accrued late interest after that day through {@code on}; empty when no day has borne any or it is unknown
 * @param review why the accrued interest is unknown; empty when it is known
 * @param total what to pay to be free on that day
 */
public record Statement(
        LocalDate on,
        Outstanding booked,
        LocalDate interestThrough,
        Optional<Computed> accrued,
        Optional<String> review,
        Money total) {

    /**
     * Draws up a statement.
     *
     * @param movements every movement of the claim in the order of booking, the one that made it first; later days are
     *     left out here
     */
    public static Statement on(LocalDate on, RulePack law, ClaimTerms terms, List<Movement> movements) {
        var standing = Standing.asOf(on, terms, movements);
        var result = standing.accrual(terms).until(law, on);
        var computed = result.filter(Computed.class::isInstance).map(Computed.class::cast);
        var unknown = result.filter(NeedsReview.class::isInstance).map(NeedsReview.class::cast);
        var interest = computed.map(Computed::interest)
                .orElse(Money.zero(standing.owed().total().currency()));
        return new Statement(
                on,
                standing.owed(),
                standing.interestThrough(),
                computed,
                unknown.map(NeedsReview::reason),
                standing.owed().total().plus(interest));
    }

    /** All interest up to that day, posted or not. */
    public Money interest() {
        return accrued.map(Computed::interest).map(booked.interest()::plus).orElse(booked.interest());
    }

    /** What a claim's ledger entries up to a day come to, in whatever order they were made. */
    private record Standing(Outstanding owed, LocalDate interestThrough, List<PrincipalChange> changes) {

        static Standing asOf(LocalDate on, ClaimTerms terms, List<Movement> movements) {
            if (movements.isEmpty()) {
                throw new IllegalArgumentException("a claim has at least the movement that made it");
            }
            var counted = movements.stream()
                    .filter(movement -> !movement.on().isAfter(on))
                    .toList();
            var zero = Money.zero(movements.getFirst().amount().currency());
            var through = interestThrough(counted).orElse(terms.dueDate());
            var changes = movements.stream()
                    .skip(1)
                    .filter(movement -> !movement.on().isAfter(on)
                            && movement.part() == ClaimPart.PRINCIPAL
                            && movement.on().isAfter(through))
                    .map(movement -> new PrincipalChange(movement.on(), movement.amount()))
                    .toList();
            return new Standing(
                    Outstanding.of(
                            sum(counted, ClaimPart.PRINCIPAL, zero),
                            sum(counted, ClaimPart.INTEREST, zero),
                            sum(counted, ClaimPart.COSTS, zero)),
                    through,
                    changes);
        }

        Accrual accrual(ClaimTerms terms) {
            var before = changes.stream().map(PrincipalChange::amount).reduce(owed.principal(), Money::minus);
            return new Accrual(terms, interestThrough, before, changes);
        }

        /** The last day of posted interest of which not all was withdrawn. */
        private static Optional<LocalDate> interestThrough(List<Movement> movements) {
            var byLastDay = new TreeMap<LocalDate, Money>();
            for (var movement : movements) {
                movement.interestThrough().ifPresent(day -> byLastDay.merge(day, movement.amount(), Money::plus));
            }
            return byLastDay.descendingMap().entrySet().stream()
                    .filter(posted -> posted.getValue().isPositive())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private static Money sum(List<Movement> movements, ClaimPart part, Money zero) {
            return movements.stream()
                    .filter(movement -> movement.part() == part)
                    .map(Movement::amount)
                    .reduce(zero, Money::plus);
        }
    }
}
