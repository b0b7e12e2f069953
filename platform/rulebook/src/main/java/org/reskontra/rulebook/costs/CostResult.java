package org.reskontra.rulebook.costs;

import java.util.List;

/** The answer of {@link DebtCosts}. */
public sealed interface CostResult {

    /** What the known rules give. */
    CostStatement statement();

    /** Every rule that was needed is known. */
    record Decided(CostStatement statement) implements CostResult {}

    /**
     * Some rule is not known to the rulebook. Nothing is guessed: the statement holds what the others give, a measure
     * whose own rules are not known costs nothing in it, and a person must look.
     *
     * @param open at least one
     */
    record NeedsReview(CostStatement statement, List<Open> open) implements CostResult {
        public NeedsReview {
            open = List.copyOf(open);
        }
    }

    /**
     * A question for a person.
     *
     * @param ruleId the rule that has no value
     */
    record Open(String ruleId, String reason) {}
}
