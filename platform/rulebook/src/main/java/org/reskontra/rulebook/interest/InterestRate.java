package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reskontra.rulebook.InterestRules;
import org.reskontra.rulebook.Period;
import org.reskontra.rulebook.Timeline;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;

/** The yearly rate on some days in a row, or why it is not known. */
sealed interface InterestRate {

    /**
     * One rate for all these days.
     *
     * @param trace its amount is the rate as a fraction
     */
    record Known(LocalDate from, LocalDate to, Trace trace) implements InterestRate {}

    record Unknown(String ruleId, String reason) implements InterestRate {}

    /** The rates from the first to the last day, both inclusive, cut where any rule behind them changes. */
    static List<InterestRate> rates(InterestRules rules, InterestClaim claim, LocalDate first, LocalDate last) {
        var rates = new ArrayList<InterestRate>();
        for (var floor : rules.statutoryIsFloor().runs(first, last)) {
            var contract = claim.contractRate();
            if (contract == null) {
                rates.addAll(statutory(rules, floor.from(), floor.to()));
            } else if (mayUndercut(floor)) {
                rates.add(new Known(floor.from(), floor.to(), contract(contract)));
            } else {
                for (var rate : statutory(rules, floor.from(), floor.to())) {
                    rates.add(notBelow(rate, contract, rules.statutoryIsFloor().ruleId(), floor.source()));
                }
            }
        }
        return rates;
    }

    private static boolean mayUndercut(Period<Boolean> floor) {
        return !floor.value().orElse(false);
    }

    private static List<InterestRate> statutory(InterestRules rules, LocalDate first, LocalDate last) {
        var rates = new ArrayList<InterestRate>();
        var margins = rules.margin();
        for (var margin : margins.runs(first, last)) {
            for (var reference : rules.referenceRate().runs(margin.from(), margin.to())) {
                rates.add(statutory(rules.referenceRate(), reference, margins, margin));
            }
        }
        return rates;
    }

    private static InterestRate statutory(
            Timeline<BigDecimal> references,
            Period<BigDecimal> reference,
            Timeline<BigDecimal> margins,
            Period<BigDecimal> margin) {
        if (reference.value().isEmpty()) {
            return unknown(references.ruleId(), reference);
        }
        if (margin.value().isEmpty()) {
            return unknown(margins.ruleId(), reference);
        }
        var parts = List.of(
                take(references.ruleId(), reference.source(), reference.value().get()),
                take(margins.ruleId(), margin.source(), margin.value().get()));
        var sum = parts.get(0).amount().add(parts.get(1).amount());
        var trace =
                new Trace(margins.ruleId(), margin.source(), Trace.Step.ADD, Map.of(), Counts.YEARLY_RATE, sum, parts);
        return new Known(reference.from(), reference.to(), trace);
    }

    private static Unknown unknown(String ruleId, Period<?> days) {
        return new Unknown(
                ruleId, "no rate is known from " + days.from() + " to " + days.to() + " (" + days.source() + ")");
    }

    private static InterestRate notBelow(InterestRate statutory, BigDecimal contract, String ruleId, String source) {
        return switch (statutory) {
            case Unknown unknown -> unknown;
            case Known(var from, var to, var trace) -> {
                var parts = List.of(contract(contract), trace);
                var highest = contract.max(trace.amount());
                yield new Known(
                        from,
                        to,
                        new Trace(ruleId, source, Trace.Step.HIGHEST, Map.of(), Counts.YEARLY_RATE, highest, parts));
            }
        };
    }

    private static Trace contract(BigDecimal rate) {
        return take("CONTRACT", "agreed beforehand", rate);
    }

    private static Trace take(String ruleId, String source, BigDecimal value) {
        return Trace.take(ruleId, source, Counts.YEARLY_RATE, value);
    }
}
