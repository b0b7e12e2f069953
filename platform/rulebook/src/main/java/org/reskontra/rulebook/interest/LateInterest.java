package org.reskontra.rulebook.interest;

import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.InterestConventions;
import org.reskontra.rulebook.InterestRules;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;

/**
 * Late interest for the days of a delay (in Sweden: Interest Act 1975:635 ss. 3, 4 and 6; in Finland: Interest Act
 * 633/1982 ss. 4 and 4 a).
 *
 * <p>Simple interest: each day bears the rate of that day on the principal of that day. Days are taken in stretches of
 * equal principal and rate, never one by one. The unrounded sum is kept exact and is rounded once, so that neither the
 * number of stretches nor where a period is cut changes it.
 *
 * <p>The rate is the contract rate where there is one, else the statutory one. Where the pack makes the statutory rate a
 * floor (in Sweden for public bodies, s. 6 para. 2) it is no lower, where it makes it a ceiling (in Finland for consumers,
 * s. 2) no higher, day by day; that of consumer credit is no higher than the ceiling of the day the credit was agreed.
 *
 * <p>The answer is {@link NeedsReview} when the rate of any day that bears interest, or a limit it must be held against,
 * is not known to the pack: before its first day, past its last, or in a period marked unknown.
 */
public final class LateInterest {

    /** Decimals of a minor unit in {@link Stretch#interest()}. */
    static final int DECIMALS_SHOWN = 12;

    private LateInterest() {}

    /**
     * The interest of the claim and how it came about, by the pack's own conventions.
     *
     * @throws IllegalArgumentException when the changes leave a negative principal
     * @throws ArithmeticException when the interest does not fit a {@code long}
     */
    public static InterestResult accrue(RulePack pack, InterestClaim claim) {
        var conventions = pack.interest(claim.debtor()).conventions();
        return conventions.isPresent() ? accrue(pack, claim, conventions.get()) : lacking(pack);
    }

    /** As {@link #accrue(RulePack, InterestClaim)}, by these conventions. */
    public static InterestResult accrue(RulePack pack, InterestClaim claim, InterestConventions conventions) {
        var rules = pack.interest(claim.debtor());
        var rates = new ApplicableRate(rules, claim);
        var explanation = new Explanation(rates, conventions, claim.principal().currency());
        var open = walk(rules, claim, rates, conventions, explanation);
        return open.isPresent() ? open.get() : explanation.result(pack.id());
    }

    /** The interest that {@link #accrue(RulePack, InterestClaim)} gives, sooner, without saying how it came about. */
    public static InterestAmount interest(RulePack pack, InterestClaim claim) {
        var conventions = pack.interest(claim.debtor()).conventions();
        return conventions.isPresent() ? interest(pack, claim, conventions.get()) : lacking(pack);
    }

    /** As {@link #interest(RulePack, InterestClaim)}, by these conventions. */
    public static InterestAmount interest(RulePack pack, InterestClaim claim, InterestConventions conventions) {
        var rules = pack.interest(claim.debtor());
        var sum = new InterestSum(conventions);
        var open = walk(rules, claim, new ApplicableRate(rules, claim), conventions, sum);
        return open.isPresent()
                ? open.get()
                : new InterestAmount.Known(
                        new Money(sum.rounded(), claim.principal().currency()));
    }

    private static Optional<NeedsReview> walk(
            InterestRules rules,
            InterestClaim claim,
            ApplicableRate rates,
            InterestConventions conventions,
            StretchWalk.Visitor visitor) {
        return StretchWalk.over(
                rules, claim, rates, conventions.accrualDays().value().offset(), visitor);
    }

    private static NeedsReview lacking(RulePack pack) {
        return new NeedsReview(pack.country() + " late-interest", "the pack lacks a convention on counting interest");
    }
}
