package org.reskontra.rulebook.limitation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.Rule;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;
import org.reskontra.rulebook.limitation.LimitationResult.NeedsReview;

/** What a pack says about the limitation of one claim. */
record LimitationLaw(RulePack pack, RunningClaim claim) {

    /** The law of a day; empty where it is not known. */
    <T> Optional<T> on(FactKey<T> key, LocalDate day) {
        return pack.on(key, claim.debtor(), day).value();
    }

    <T> Optional<T> convention(FactKey<T> key) {
        return pack.convention(key, claim.debtor()).map(Rule::value);
    }

    String rule(FactKey<?> key) {
        return pack.timeline(key, claim.debtor()).ruleId();
    }

    NeedsReview unknown(FactKey<?> key, LocalDate day) {
        var source = pack.on(key, claim.debtor(), day).source();
        return new NeedsReview(rule(key), key + " is not known for " + day + " (" + source + ")");
    }

    /** So many years from a day: the day of the same number in the same month, or the last of that month. */
    Trace plusYears(FactKey<?> key, int years, LocalDate from, String what) {
        var rule = rule(key);
        return new Trace(
                rule,
                pack.on(key, claim.debtor(), from).source(),
                Step.PLUS_YEARS,
                Map.of("years", Integer.toString(years)),
                Counts.DAY,
                BigDecimal.valueOf(from.plusYears(years).toEpochDay()),
                List.of(Trace.take(rule, what, Counts.DAY, BigDecimal.valueOf(from.toEpochDay()))));
    }
}
