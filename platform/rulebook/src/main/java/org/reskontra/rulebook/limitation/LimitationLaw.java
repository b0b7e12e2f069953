package org.reskontra.rulebook.limitation;

import java.time.LocalDate;
import java.util.Optional;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.Rule;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Trace;
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

    /** So many years from a day. */
    Trace plusYears(FactKey<?> key, int years, LocalDate from, String what) {
        var rule = rule(key);
        var source = pack.on(key, claim.debtor(), from).source();
        return Trace.plusYears(rule, source, Trace.take(rule, what, from), years);
    }
}
