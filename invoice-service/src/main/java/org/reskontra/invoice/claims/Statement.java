package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
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
     * @param movements every movement of the claim in the order of booking; later days are left out here
     */
    public static Statement on(LocalDate on, RulePack law, ClaimTerms terms, List<Movement> movements) {
        var claim = asOf(on, terms, movements);
        var result = Claims.accrued(law, claim, on);
        var computed = result.filter(Computed.class::isInstance).map(Computed.class::cast);
        var unknown = result.filter(NeedsReview.class::isInstance).map(NeedsReview.class::cast);
        var interest = computed.map(Computed::interest)
                .orElse(Money.zero(claim.owed().total().currency()));
        return new Statement(
                on,
                claim.owed(),
                claim.interestThrough(),
                computed,
                unknown.map(NeedsReview::reason),
                claim.owed().total().plus(interest));
    }

    /** All interest up to that day, posted or not. */
    public Money interest() {
        return accrued.map(Computed::interest).map(booked.interest()::plus).orElse(booked.interest());
    }

    /** The claim as its ledger entries up to a day make it. */
    private static Claim asOf(LocalDate on, ClaimTerms terms, List<Movement> movements) {
        if (movements.isEmpty()) {
            throw new IllegalArgumentException("a claim has at least the movement that made it");
        }
        var zero = Money.zero(movements.getFirst().amount().currency());
        var principal = zero;
        var interest = zero;
        var costs = zero;
        var through = terms.dueDate();
        var changes = new ArrayList<PrincipalChange>();
        for (var movement : movements) {
            if (movement.on().isAfter(on)) {
                continue;
            }
            if (movement.interestThrough().isPresent()) {
                through = movement.interestThrough().get();
                changes.clear();
            }
            switch (movement.part()) {
                case PRINCIPAL -> {
                    principal = principal.plus(movement.amount());
                    if (movement.amount().isNegative() && movement.on().isAfter(through)) {
                        changes.add(new PrincipalChange(movement.on(), movement.amount()));
                    }
                }
                case INTEREST -> interest = interest.plus(movement.amount());
                case COSTS -> costs = costs.plus(movement.amount());
            }
        }
        return new Claim(terms, Outstanding.of(principal, interest, costs), through, changes, 0, Optional.empty());
    }
}
