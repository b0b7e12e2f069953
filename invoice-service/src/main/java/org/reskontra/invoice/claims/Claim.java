package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.interest.PrincipalChange;

/**
 * An invoice seen as a debt.
 *
 * @param owed as booked: interest that has accrued but is not posted is not in it
 * @param interestThrough last day whose interest is posted; the due date while none is
 * @param changes how the principal changed after {@code interestThrough}, oldest first: kept where interest could not
 *     be posted with the payment, so that it can still be computed to the öre
 * @param remindersCharged the highest reminder step whose fee is posted, 0 for none
 * @param review why a person must look at the interest; empty: nobody must
 */
public record Claim(
        ClaimTerms terms,
        Outstanding owed,
        LocalDate interestThrough,
        List<PrincipalChange> changes,
        int remindersCharged,
        Optional<String> review) {

    public Claim {
        changes = List.copyOf(changes);
    }

    /** A fresh claim: nothing but principal, which bears interest after the due date. */
    public static Claim issued(ClaimTerms terms, Money principal) {
        var zero = Money.zero(principal.currency());
        return new Claim(terms, Outstanding.of(principal, zero, zero), terms.dueDate(), List.of(), 0, Optional.empty());
    }

    /** The principal at the end of {@link #interestThrough}. */
    Money principalBeforeChanges() {
        return changes.stream().map(PrincipalChange::amount).reduce(owed.principal(), Money::minus);
    }

    Claim owing(Outstanding rest) {
        return new Claim(terms, rest, interestThrough, changes, remindersCharged, review);
    }

    Claim withInterestThrough(LocalDate day) {
        return new Claim(terms, owed, day, List.of(), remindersCharged, review);
    }

    Claim with(PrincipalChange change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return new Claim(terms, owed, interestThrough, all, remindersCharged, review);
    }

    Claim charged(int reminder) {
        return new Claim(terms, owed, interestThrough, changes, reminder, review);
    }

    Claim inNeedOf(String reason) {
        return new Claim(terms, owed, interestThrough, changes, remindersCharged, Optional.of(reason));
    }
}
