package org.reskontra.creditcheck.scoring;

/**
 * One line of a policy.
 *
 * @param code what the reason is called on the wire, such as {@code OVER_LIMIT}
 */
public record PolicyRule(String code, Condition when, Answer answer) {

    public PolicyRule {
        if (!code.matches("[A-Z][A-Z0-9_]{2,49}")) {
            throw new PolicyRefused("rule " + code, "a code is 3 to 50 capital letters, digits and underscores");
        }
        when.check("rule " + code);
    }
}
