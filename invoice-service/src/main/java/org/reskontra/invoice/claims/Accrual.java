package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult;
import org.reskontra.rulebook.interest.LateInterest;
import org.reskontra.rulebook.interest.PrincipalChange;

/**
 * Interest that runs and is not posted yet.
 *
 * @param after the last day whose interest is posted; the due date while none is
 * @param principal at the end of that day
 * @param changes of the principal since, oldest first
 */
record Accrual(ClaimTerms terms, LocalDate after, Money principal, List<PrincipalChange> changes) {

    static Accrual of(Claim claim) {
        return new Accrual(claim.terms(), claim.interestThrough(), claim.principalBeforeChanges(), claim.changes());
    }

    /** What has accrued through {@code until}; empty when no day has borne any. */
    Optional<InterestResult> until(RulePack law, LocalDate until) {
        return !until.isAfter(after) || principal.isZero()
                ? Optional.empty()
                : Optional.of(LateInterest.accrue(
                        law,
                        new InterestClaim(
                                terms.debtor(),
                                principal,
                                after,
                                until,
                                changes,
                                terms.interest().contractRate())));
    }
}
