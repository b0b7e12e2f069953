package org.reskontra.rulebook.interest;

import org.reskontra.contracts.Money;

/** The answer of {@link LateInterest} without its explanation. */
public sealed interface InterestAmount permits InterestAmount.Known, InterestResult.NeedsReview {

    /**
     * The interest is known.
     *
     * @param interest what {@link InterestResult.Computed#interest()} would be
     */
    record Known(Money interest) implements InterestAmount {}
}
