package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult;
import org.reskontra.rulebook.interest.LateInterest;

/**
 * What a case owes on a day: what the ledger has booked, and the late interest since its last booked interest day.
 *
 * @param amounts interest up to and including {@code interestThrough}
 * @param interestThrough the day asked for; or the last booked interest day when the law cannot say more yet
 * @param interestUnknown the rule that leaves the newest interest open; null when it is all there
 */
public record Owed(
        Outstanding amounts,
        LocalDate interestThrough,
        @Nullable String interestUnknown) {

    public static Owed on(LocalDate day, CaseFile file, RulePack law) {
        var standing = file.standing();
        var booked = standing.owed();
        if (!day.isAfter(standing.interestThrough())) {
            return new Owed(booked, standing.interestThrough(), null);
        }
        var claim = new InterestClaim(
                file.terms().debtor(),
                standing.interestBase(),
                standing.interestThrough(),
                day,
                standing.changes(),
                file.terms().interest().contractRate());
        return switch (LateInterest.accrue(law, claim)) {
            case InterestResult.Computed computed -> new Owed(withInterest(booked, computed.interest()), day, null);
            case InterestResult.NeedsReview open -> new Owed(booked, standing.interestThrough(), open.ruleId());
        };
    }

    private static Outstanding withInterest(Outstanding booked, Money accrued) {
        return Outstanding.of(booked.principal(), booked.interest().plus(accrued), booked.costs());
    }
}
