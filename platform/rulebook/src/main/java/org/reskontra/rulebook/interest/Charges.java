package org.reskontra.rulebook.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.rulebook.InterestRules;
import org.reskontra.rulebook.Period;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;

/** The charges of a claim as far as they bear interest. */
sealed interface Charges {

    /** As changes of what bears interest, in no order. */
    record Bearing(List<PrincipalChange> changes) implements Charges {}

    record Open(NeedsReview review) implements Charges {}

    Charges NONE = new Bearing(List.of());

    /**
     * What bears interest from the first to the last day, both inclusive and from 1970-01-01.
     *
     * @param offset days from a change to its effect
     */
    static Charges of(InterestRules rules, InterestClaim claim, int offset, long first, long last) {
        if (claim.charges().isEmpty()) {
            return NONE;
        }
        var bearing = new ArrayList<PrincipalChange>();
        var runs = rules.chargesBearInterest().runs(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
        for (var run : runs) {
            var bears = run.value();
            if (bears.isEmpty() && anyOwed(claim, offset, run)) {
                return new Open(new NeedsReview(
                        rules.chargesBearInterest().ruleId(),
                        "it is not known whether charges bear interest from " + run.from() + " to " + run.to() + " ("
                                + run.source() + ")"));
            }
            if (bears.orElse(false)) {
                bearing.addAll(during(run, claim, offset));
            }
        }
        return new Bearing(bearing);
    }

    private static boolean anyOwed(InterestClaim claim, int offset, Period<Boolean> run) {
        long atStart = 0;
        for (var charge : claim.charges()) {
            var day = charge.on().plusDays(offset);
            if (day.isAfter(run.from()) && !day.isAfter(run.to())) {
                return true;
            }
            atStart += day.isAfter(run.to()) ? 0 : charge.amount().minor();
        }
        return atStart != 0;
    }

    private static List<PrincipalChange> during(Period<Boolean> run, InterestClaim claim, int offset) {
        var changes = new ArrayList<PrincipalChange>();
        for (var charge : claim.charges()) {
            var from = charge.on().plusDays(offset);
            if (!from.isAfter(run.to())) {
                var counted = from.isBefore(run.from()) ? run.from() : from;
                changes.add(new PrincipalChange(counted.minusDays(offset), charge.amount()));
                changes.add(new PrincipalChange(
                        run.to().plusDays(1).minusDays(offset), charge.amount().negated()));
            }
        }
        return changes;
    }
}
