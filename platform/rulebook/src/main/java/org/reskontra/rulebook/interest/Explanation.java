package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.InterestConventions;
import org.reskontra.rulebook.YearlyRate;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.interest.InterestResult.Computed;

/** Writes down each stretch of a claim, beside adding it up. */
final class Explanation implements StretchWalk.Visitor {

    private final ApplicableRate rates;
    private final InterestConventions conventions;
    private final Currency currency;
    private final InterestSum sum;
    private final BigDecimal unitsPerYear;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Trace> accruals = new ArrayList<>();

    Explanation(ApplicableRate rates, InterestConventions conventions, Currency currency) {
        this.rates = rates;
        this.conventions = conventions;
        this.currency = currency;
        this.sum = new InterestSum(conventions);
        this.unitsPerYear = BigDecimal.valueOf(conventions.dayCount().value().unitsPerYear());
    }

    @Override
    public void stretch(long first, long last, long principalMinor, YearlyRate rate) {
        sum.stretch(first, last, principalMinor, rate);
        var from = LocalDate.ofEpochDay(first);
        var to = LocalDate.ofEpochDay(last);
        long units = conventions.dayCount().value().units(first, last);
        var accrued = ExactSum.product(principalMinor, units, rate);
        accruals.add(accrual(from, to, principalMinor, units, accrued));
        stretches.add(new Stretch(
                from,
                to,
                Math.toIntExact(last - first + 1),
                new Money(principalMinor, currency),
                rate.fraction(),
                accrued.divide(unitsPerYear, LateInterest.DECIMALS_SHOWN, RoundingMode.HALF_EVEN)));
    }

    Computed result(String pack) {
        long rounded = sum.rounded();
        return new Computed(new Money(rounded, currency), stretches, pack, total(rounded));
    }

    private Trace accrual(LocalDate from, LocalDate to, long principalMinor, long units, BigDecimal accrued) {
        var inputs = Map.of(
                "from", from.toString(),
                "to", to.toString(),
                "principalMinor", Long.toString(principalMinor),
                "units", Long.toString(units));
        var dayCount = conventions.dayCount();
        return new Trace(
                dayCount.ruleId(),
                dayCount.source(),
                Trace.Step.ACCRUE,
                inputs,
                Counts.MINOR_UNITS_TIMES_DAYS,
                accrued,
                List.of(rates.explain(from, to)));
    }

    private Trace total(long rounded) {
        var days = conventions.accrualDays();
        var added =
                Trace.combined(days.ruleId(), days.source(), Trace.Step.ADD, Counts.MINOR_UNITS_TIMES_DAYS, accruals);
        var rounding = conventions.rounding();
        return new Trace(
                rounding.ruleId(),
                rounding.source(),
                Trace.Step.DIVIDE_AND_ROUND,
                Map.of(
                        "unitsPerYear",
                        unitsPerYear.toPlainString(),
                        "rounding",
                        rounding.value().name()),
                Counts.MINOR_UNITS,
                BigDecimal.valueOf(rounded),
                List.of(added));
    }
}
