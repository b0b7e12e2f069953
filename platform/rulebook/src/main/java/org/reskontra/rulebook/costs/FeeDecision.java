package org.reskontra.rulebook.costs;

import org.reskontra.contracts.Money;

/**
 * What may be charged.
 *
 * @param fee zero when nothing may be charged; never above what was wanted
 * @param ruleId the rule that decided
 * @param reason for a person to read
 */
public record FeeDecision(Money fee, String ruleId, String reason) {}
