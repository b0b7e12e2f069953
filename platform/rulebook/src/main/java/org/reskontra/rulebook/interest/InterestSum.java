package org.reskontra.rulebook.interest;

import org.reskontra.rulebook.DayCount;
import org.reskontra.rulebook.InterestConventions;
import org.reskontra.rulebook.YearlyRate;

/** Adds up the stretches of a claim, and rounds once. */
final class InterestSum implements StretchWalk.Visitor {

    private final InterestConventions conventions;
    private final DayCount dayCount;
    private final ExactSum sum = new ExactSum();

    InterestSum(InterestConventions conventions) {
        this.conventions = conventions;
        this.dayCount = conventions.dayCount().value();
    }

    @Override
    public void stretch(long first, long last, long principalMinor, YearlyRate rate) {
        sum.add(principalMinor, dayCount.units(first, last), rate);
    }

    /** Minor units. */
    long rounded() {
        return sum.dividedBy(dayCount.unitsPerYear(), conventions.rounding().value());
    }
}
