package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.DebtorKind;

/**
 * The rules on late interest for one kind of debtor. Rates are yearly fractions: 0.08 is 8 per cent.
 *
 * @param referenceRate may be negative
 * @param margin what is added to the reference rate
 * @param statutoryIsFloor whether a contract may not set a lower rate than the statutory one
 * @param statutoryIsCeiling whether a contract may not set a higher rate than the statutory one
 * @param creditCeiling how far above the reference rate that of consumer credit may be, by the day it was agreed
 * @param chargesBearInterest whether charges added to a claim bear interest
 * @param conventions empty where the pack lacks one
 * @param rates the first four side by side, in order of time
 */
public record InterestRules(
        Timeline<BigDecimal> referenceRate,
        Timeline<BigDecimal> margin,
        Timeline<Boolean> statutoryIsFloor,
        Timeline<Boolean> statutoryIsCeiling,
        Timeline<BigDecimal> creditCeiling,
        Timeline<Boolean> chargesBearInterest,
        Optional<InterestConventions> conventions,
        List<RateSpan> rates) {

    public InterestRules {
        rates = List.copyOf(rates);
    }

    static InterestRules of(RulePack pack, DebtorKind debtor) {
        var reference = pack.timeline(InterestFacts.REFERENCE_RATE, debtor);
        var margin = pack.timeline(InterestFacts.MARGIN, debtor);
        var floor = pack.timeline(InterestFacts.STATUTORY_IS_FLOOR, debtor);
        var ceiling = pack.timeline(InterestFacts.STATUTORY_IS_CEILING, debtor);
        return new InterestRules(
                reference,
                margin,
                floor,
                ceiling,
                pack.timeline(InterestFacts.CREDIT_CEILING, debtor),
                pack.timeline(InterestFacts.CHARGES_BEAR_INTEREST, debtor),
                InterestConventions.of(pack, debtor),
                RateSpan.of(reference, margin, floor, ceiling));
    }

    /** Where in {@link #rates()} the span of that day is; days from 1970-01-01. */
    public int spanOf(long day) {
        int low = 0;
        int high = rates.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rates.get(middle).last() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
