package org.reskontra.rulebook.interest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.InterestFacts;
import org.reskontra.rulebook.Rule;
import org.reskontra.rulebook.RulePack;

/**
 * From when late interest runs (in Sweden: Interest Act 1975:635 ss. 3 and 4; in Finland: Interest Act 633/1982 ss. 5 and
 * 6).
 */
public final class InterestStart {

    /**
     * An invoice, or another demand for a stated amount.
     *
     * @param sentOn when the creditor sent it
     * @param receivedOn when it reached the debtor, where that is known to be later than it would normally have been
     * @param warnedOfInterest it says that not paying costs interest
     * @param rateStated it says at which rate
     */
    public record Demand(
            LocalDate sentOn, @Nullable LocalDate receivedOn, boolean warnedOfInterest, boolean rateStated) {

        /** A demand that states no rate. */
        public Demand(LocalDate sentOn, @Nullable LocalDate receivedOn, boolean warnedOfInterest) {
            this(sentOn, receivedOn, warnedOfInterest, false);
        }
    }

    /** The answer. */
    public sealed interface Start {

        /** Interest runs on the days after this one: {@link InterestClaim#accrueAfter()}. */
        record After(LocalDate day, String ruleId) implements Start {}

        /** No interest runs yet. */
        record NotYet(String ruleId, String reason) implements Start {}

        /** The law of that country is not known to the rulebook; a person must look. */
        record NeedsReview(String ruleId, String reason) implements Start {}
    }

    private InterestStart() {}

    /** The start of interest where the due date was agreed beforehand. */
    public static Start onDueDate(RulePack pack, DebtorKind debtor, LocalDate dueDate) {
        return pack.convention(InterestFacts.STARTS_AT_DUE_DATE, debtor)
                .filter(Rule::value)
                .<Start>map(rule -> new Start.After(dueDate, rule.ruleId()))
                .orElseGet(() -> silent(pack, "at an agreed due date"));
    }

    /**
     * The start of interest where no due date was agreed: a number of days after the demand was sent (in Sweden and
     * Finland 30), but not before it reached the debtor; only if it said of interest what the law asks for; at the latest
     * when an application for a payment order or a summons was served.
     *
     * @param demand null where none was sent
     * @param servedOn day of service, null where nothing was served
     */
    public static Start withoutDueDate(
            RulePack pack, DebtorKind debtor, @Nullable Demand demand, @Nullable LocalDate servedOn) {
        var start = afterDemand(pack, debtor, demand);
        if (servedOn == null) {
            return start;
        }
        return switch (start) {
            case Start.After(var day, var _) ->
                servedOn.isBefore(day) ? atService(pack, debtor, servedOn, start) : start;
            case Start.NotYet _ -> atService(pack, debtor, servedOn, start);
            case Start.NeedsReview _ -> start;
        };
    }

    private static Start atService(RulePack pack, DebtorKind debtor, LocalDate servedOn, Start otherwise) {
        return pack.convention(InterestFacts.STARTS_AT_SERVICE, debtor)
                .<Start>map(rule -> rule.value() ? new Start.After(servedOn, rule.ruleId()) : otherwise)
                .orElseGet(() -> silent(pack, "at service"));
    }

    private static Start afterDemand(RulePack pack, DebtorKind debtor, @Nullable Demand demand) {
        var waits = pack.convention(InterestFacts.START_AFTER_DEMAND, debtor);
        var warnings = pack.convention(InterestFacts.WARNING_NEEDED, debtor);
        var rates = pack.convention(InterestFacts.RATE_MUST_BE_STATED, debtor);
        if (waits.isEmpty() || warnings.isEmpty() || rates.isEmpty()) {
            return silent(pack, "after a demand");
        }
        var wait = waits.get();
        var warning = warnings.get();
        var rate = rates.get();
        if (demand == null) {
            return new Start.NotYet(wait.ruleId(), "no demand was sent");
        }
        if (warning.value() && !demand.warnedOfInterest()) {
            return new Start.NotYet(warning.ruleId(), "the demand does not warn that not paying costs interest");
        }
        if (rate.value() && !demand.rateStated()) {
            return new Start.NotYet(rate.ruleId(), "the demand does not state the rate of interest");
        }
        var day = demand.sentOn().plusDays(wait.value());
        var received = demand.receivedOn();
        return new Start.After(received != null && received.isAfter(day) ? received : day, wait.ruleId());
    }

    private static Start.NeedsReview silent(RulePack pack, String when) {
        return new Start.NeedsReview(
                pack.country() + " late-interest", "the pack does not say whether interest starts " + when);
    }
}
