package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.InterestRules;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;

/**
 * Late interest for the days of a delay (in Sweden: Interest Act 1975:635 ss. 3, 4 and 6).
 *
 * <p>Simple interest: each day bears the rate of that day on the principal of that day. Days are taken in stretches of
 * equal principal and rate, never one by one. The unrounded sum is kept exact and is rounded once, so that neither the
 * number of stretches nor where a period is cut changes it.
 */
public final class LateInterest {

    /** Decimals of a minor unit in {@link Stretch#interest()}. */
    static final int DECIMALS_SHOWN = 12;

    private LateInterest() {}

    /**
     * The interest of the claim.
     *
     * <p>The rate is the contract rate where there is one, else the statutory one; where the pack makes the statutory
     * rate a floor (in Sweden for public bodies, s. 6 para. 2) it is the higher of the two, day by day.
     *
     * @return {@link NeedsReview} when the rate of any day that bears interest is not known to the pack, be it before
     *     its first day, past its last, or in a period marked unknown
     * @throws IllegalArgumentException when the changes leave a negative principal
     * @throws ArithmeticException when the interest does not fit a {@code long}
     */
    public static InterestResult accrue(RulePack pack, InterestClaim claim) {
        var known = pack.interest(claim.debtor());
        return known.isPresent()
                ? accrue(pack, known.get(), claim)
                : new NeedsReview(
                        pack.country() + " late-interest", "the pack lacks a convention on counting interest");
    }

    private static InterestResult accrue(RulePack pack, InterestRules rules, InterestClaim claim) {
        var stretches = new ArrayList<Stretch>();
        var accruals = new ArrayList<Trace>();
        for (var days : daysOfEqualPrincipal(rules, claim)) {
            for (var rate : InterestRate.rates(rules, claim, days.from(), days.to())) {
                if (rate instanceof InterestRate.Unknown(var ruleId, var reason)) {
                    return new NeedsReview(ruleId, reason);
                }
                var known = (InterestRate.Known) rate;
                var accrual = accrual(rules, known, days.principal());
                accruals.add(accrual);
                stretches.add(stretch(rules, known, days.principal(), accrual.amount()));
            }
        }
        var trace = total(rules, accruals);
        var interest =
                new Money(trace.amount().longValueExact(), claim.principal().currency());
        return new Computed(interest, stretches, pack.id(), trace);
    }

    private record Days(LocalDate from, LocalDate to, Money principal) {}

    /** The days that bear interest, cut where the principal changes; days without principal are left out. */
    private static List<Days> daysOfEqualPrincipal(InterestRules rules, InterestClaim claim) {
        int offset = rules.accrualDays().value().offset();
        var first = claim.accrueAfter().plusDays(offset);
        var end = claim.until().plusDays(offset); // the first day after the last
        var cuts = new TreeSet<LocalDate>();
        for (var change : claim.changes()) {
            cuts.add(change.on().plusDays(offset));
        }
        var spans = new ArrayList<Days>();
        for (var from = first; from.isBefore(end); ) {
            var cut = cuts.higher(from);
            var next = cut == null || cut.isAfter(end) ? end : cut;
            var principal = principalOn(from, offset, claim);
            if (!principal.isZero()) {
                spans.add(new Days(from, next.minusDays(1), principal));
            }
            from = next;
        }
        return spans;
    }

    private static Money principalOn(LocalDate day, int offset, InterestClaim claim) {
        var principal = claim.principal();
        for (var change : claim.changes()) {
            if (!change.on().plusDays(offset).isAfter(day)) {
                principal = principal.plus(change.amount());
            }
        }
        if (principal.isNegative()) {
            throw new IllegalArgumentException("the changes leave a principal of " + principal + " on " + day);
        }
        return principal;
    }

    private static Trace accrual(InterestRules rules, InterestRate.Known rate, Money principal) {
        var units = BigDecimal.valueOf(rules.dayCount().value().units(rate.from(), rate.to()));
        var amount = BigDecimal.valueOf(principal.minor())
                .multiply(units)
                .multiply(rate.trace().amount());
        var inputs = Map.of(
                "from", rate.from().toString(),
                "to", rate.to().toString(),
                "principalMinor", Long.toString(principal.minor()),
                "units", units.toPlainString());
        return new Trace(
                rules.dayCount().ruleId(),
                rules.dayCount().source(),
                Trace.Step.ACCRUE,
                inputs,
                Counts.MINOR_UNITS_TIMES_DAYS,
                amount,
                List.of(rate.trace()));
    }

    private static Stretch stretch(InterestRules rules, InterestRate.Known rate, Money principal, BigDecimal accrued) {
        var interest = accrued.divide(
                BigDecimal.valueOf(rules.dayCount().value().unitsPerYear()), DECIMALS_SHOWN, RoundingMode.HALF_EVEN);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(rate.from(), rate.to()) + 1);
        return new Stretch(rate.from(), rate.to(), days, principal, rate.trace().amount(), interest);
    }

    private static Trace total(InterestRules rules, List<Trace> accruals) {
        var sum = accruals.stream().map(Trace::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var days = rules.accrualDays();
        var added = new Trace(
                days.ruleId(), days.source(), Trace.Step.ADD, Map.of(), Counts.MINOR_UNITS_TIMES_DAYS, sum, accruals);
        long unitsPerYear = rules.dayCount().value().unitsPerYear();
        var rounding = rules.rounding();
        var rounded = sum.divide(BigDecimal.valueOf(unitsPerYear), 0, rounding.value());
        var inputs = Map.of(
                "unitsPerYear",
                Long.toString(unitsPerYear),
                "rounding",
                rounding.value().name());
        return new Trace(
                rounding.ruleId(),
                rounding.source(),
                Trace.Step.DIVIDE_AND_ROUND,
                inputs,
                Counts.MINOR_UNITS,
                rounded,
                List.of(added));
    }
}
