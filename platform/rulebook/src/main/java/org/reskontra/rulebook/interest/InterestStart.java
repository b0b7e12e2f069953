package org.reskontra.rulebook.interest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.InterestFacts;
import org.reskontra.rulebook.RulePack;

/**
 * From when late interest runs on a claim whose due date was not agreed beforehand (Interest Act 1975:635 s. 4). Where
 * it was agreed, interest runs from the due date (s. 3) and this is not needed.
 */
public final class InterestStart {

    /**
     * An invoice, or another demand for a stated amount.
     *
     * @param sentOn when the creditor sent it
     * @param receivedOn when it reached the debtor, where that is known to be later than it would normally have been
     * @param warnedOfInterest it says that not paying costs interest
     */
    public record Demand(LocalDate sentOn, @Nullable LocalDate receivedOn, boolean warnedOfInterest) {}

    /** The answer. */
    public sealed interface Start {

        /** Interest runs on the days after this one: {@link InterestClaim#accrueAfter()}. */
        record After(LocalDate day, String ruleId) implements Start {}

        /** No interest runs yet. */
        record NotYet(String ruleId, String reason) implements Start {}

        /** The law of that country is not known to the rulebook; a person must look. */
        record NeedsReview(String ruleId, String reason) implements Start {}
    }

    /** The rule that service of a court document starts interest at the latest (s. 4 para. 4). */
    private static final String SERVICE = "SE-INT-4";

    private InterestStart() {}

    /**
     * The start of interest: a number of days after the demand was sent (in Sweden 30), but not before it reached the
     * debtor; a consumer only if warned; at the latest when an application for a payment order or a summons was served.
     *
     * @param demand null where none was sent
     * @param servedOn day of service, null where nothing was served
     */
    public static Start withoutDueDate(
            RulePack pack, DebtorKind debtor, @Nullable Demand demand, @Nullable LocalDate servedOn) {
        var start = afterDemand(pack, debtor, demand);
        if (servedOn == null || (start instanceof Start.After(var day, var _) && !servedOn.isBefore(day))) {
            return start;
        }
        return new Start.After(servedOn, SERVICE);
    }

    private static Start afterDemand(RulePack pack, DebtorKind debtor, @Nullable Demand demand) {
        var waits = pack.convention(InterestFacts.START_AFTER_DEMAND, debtor);
        var warnings = pack.convention(InterestFacts.WARNING_NEEDED, debtor);
        if (waits.isEmpty() || warnings.isEmpty()) {
            return new Start.NeedsReview(
                    pack.country() + " late-interest", "the pack does not say when interest starts after a demand");
        }
        var wait = waits.get();
        var warning = warnings.get();
        if (demand == null) {
            return new Start.NotYet(wait.ruleId(), "no demand was sent");
        }
        if (warning.value() && !demand.warnedOfInterest()) {
            return new Start.NotYet(warning.ruleId(), "the demand does not warn that not paying costs interest");
        }
        var day = demand.sentOn().plusDays(wait.value());
        var received = demand.receivedOn();
        return new Start.After(received != null && received.isAfter(day) ? received : day, wait.ruleId());
    }
}
