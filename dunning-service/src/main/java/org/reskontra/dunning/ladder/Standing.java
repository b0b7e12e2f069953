package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.interest.PrincipalChange;

/**
 * What is owed as the ledger last told it, and what is needed to know the interest that the ledger has not booked yet.
 *
 * @param owed as booked
 * @param interestThrough the last day whose late interest is in {@code owed}; the due date before any was booked
 * @param interestBase the principal that bears interest from the day after {@code interestThrough}
 * @param changes of the principal after {@code interestThrough}, oldest first; empty again with each booked interest
 */
public record Standing(Outstanding owed, LocalDate interestThrough, Money interestBase, List<PrincipalChange> changes) {

    public Standing {
        changes = List.copyOf(changes);
    }

    static Standing atOpening(Outstanding owed, LocalDate due) {
        return new Standing(owed, due, owed.principal(), List.of());
    }

    /**
     * The standing after the ledger told a new one.
     *
     * @param on the civil date it is booked on
     * @param bookedThrough when late interest was booked: the last day in it
     */
    Standing after(LocalDate on, Outstanding told, @Nullable LocalDate bookedThrough) {
        if (bookedThrough != null && bookedThrough.isAfter(interestThrough)) {
            return new Standing(told, bookedThrough, told.principal(), List.of());
        }
        var change = told.principal().minus(owed.principal());
        if (change.isZero()) {
            return new Standing(told, interestThrough, interestBase, changes);
        }
        if (!on.isAfter(interestThrough)) {
            return new Standing(told, interestThrough, interestBase.plus(change), changes);
        }
        var noted = new ArrayList<>(changes);
        noted.add(new PrincipalChange(on, change));
        return new Standing(told, interestThrough, interestBase, noted);
    }

    /**
     * The standing after the ledger put right what it had told.
     *
     * @param bookedThrough when posted interest was withdrawn: the last day whose interest is still posted
     */
    Standing corrected(Outstanding told, @Nullable LocalDate bookedThrough) {
        var through = bookedThrough == null ? interestThrough : bookedThrough;
        return new Standing(told, through, told.principal(), List.of());
    }
}
