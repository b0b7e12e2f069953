package org.reskontra.rulebook.allocation;

import java.util.List;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.explain.Trace;

/**
 * A payment, divided over claims, and why.
 *
 * @param shares one for each part of each claim, in the order in which they were covered
 * @param claims what became of each claim, in the order they were given; the excess is that of the whole payment
 * @param excess what was paid beyond all claims
 * @param trace the excess: the payment less every share
 * @param rules the rules that set the order, the debtor's word first where it was followed
 * @param pack id of the rule pack that was used
 */
public record AllocatedPayment(
        List<Share> shares,
        List<CoveredClaim> claims,
        Money excess,
        Trace trace,
        List<AppliedRule> rules,
        String pack) {

    /** A rule that set the order, in words. */
    public record AppliedRule(String ruleId, String source, String what) {}

    public AllocatedPayment {
        shares = List.copyOf(shares);
        claims = List.copyOf(claims);
        rules = List.copyOf(rules);
    }
}
