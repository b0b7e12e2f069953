package org.reskontra.invoice.matching;

import java.util.List;
import java.util.UUID;
import org.reskontra.contracts.Money;

/**
 * Invoices that held money may be for, and what speaks for them.
 *
 * @param parts of the money; one invoice takes all of it, several what is owed on each
 * @param score 0 to 1000: the points of the reasons together
 * @param reasons weightiest first
 */
public record Suggestion(UUID customer, List<Part> parts, int score, List<Reason> reasons) {

    public Suggestion {
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }

    public record Part(UUID invoice, Money amount) {}

    public record Reason(Clue clue, int points) {

        static Reason of(Clue clue) {
            return new Reason(clue, clue.points());
        }
    }
}
