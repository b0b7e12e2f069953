package org.reskontra.creditcheck.scoring;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.reskontra.contracts.Money;

/**
 * Whom to sell to on credit, as data. The worst answer of the rules that apply is given; with none, credit is approved.
 *
 * @param id decisions carry it
 * @param currency of every amount in it
 * @param validDays how long a decision holds, 1 to 366
 * @param limits highest first; the last is for everybody
 */
public record CreditPolicy(
        String id, Currency currency, int validDays, List<LimitTier> limits, List<PolicyRule> rules) {

    private static final int LONGEST = 366;

    /**
     * Refuses what would decide wrongly.
     *
     * @throws PolicyRefused naming the place
     */
    public CreditPolicy {
        limits = List.copyOf(limits);
        rules = List.copyOf(rules);
        if (id.isBlank()) {
            throw new PolicyRefused("id", "is blank");
        }
        if (validDays < 1 || validDays > LONGEST) {
            throw new PolicyRefused("validDays", "is 1 to " + LONGEST + ", not " + validDays);
        }
        checkLimits(currency, limits);
        checkRules(currency, rules);
    }

    private static void checkLimits(Currency currency, List<LimitTier> limits) {
        if (limits.isEmpty() || !limits.getLast().isForAll()) {
            throw new PolicyRefused("limits", "the last one must be for everybody");
        }
        for (int i = 0; i < limits.size(); i++) {
            var tier = limits.get(i);
            if (!tier.limit().currency().equals(currency)) {
                throw new PolicyRefused("limit " + tier.name(), "is not in " + currency);
            }
            if (i > 0 && tier.limit().compareTo(limits.get(i - 1).limit()) >= 0) {
                throw new PolicyRefused("limit " + tier.name(), "is not below the one before");
            }
        }
    }

    private static void checkRules(Currency currency, List<PolicyRule> rules) {
        var codes = new HashSet<String>();
        for (var rule : rules) {
            if (!codes.add(rule.code()) || Scoring.OWN_REASONS.contains(rule.code())) {
                throw new PolicyRefused("rule " + rule.code(), "the code is taken");
            }
            var above = rule.when().amountAbove();
            if (above != null && !above.currency().equals(currency)) {
                throw new PolicyRefused("rule " + rule.code(), "is not in " + currency);
            }
        }
    }

    /** What may be outstanding for a customer who pays like that. */
    public Money limitFor(Behaviour behaviour) {
        return limits.stream()
                .filter(tier -> tier.isFor(behaviour))
                .findFirst()
                .orElseThrow()
                .limit();
    }
}
