package org.reskontra.rulebook.demands;

/**
 * Something wrong with a draft.
 *
 * @param ruleId the rule it breaks, or the one that is not known
 * @param reason for a person to read
 */
public record Finding(Severity severity, String ruleId, String reason) {

    /** How wrong. */
    public enum Severity {
        /** It must not be sent so. */
        UNLAWFUL,
        /** No act forbids it; good practice does. */
        AGAINST_GOOD_PRACTICE,
        /** The rulebook does not know; a person must look. */
        NEEDS_REVIEW
    }
}
