package org.reskontra.invoice.matching;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when on a suggestion is booked without a person.
 *
 * @param bookFrom the least score; null: never
 * @param distance how far the next best has to be behind
 */
public record Threshold(@Nullable Integer bookFrom, int distance) {

    /** No single clue comes to so much. */
    public static final int LEAST_BOOK_FROM = 500;

    public static final int LEAST_DISTANCE = 50;

    /** Nothing is booked without a person. */
    public static final Threshold NEVER = new Threshold(null, 150);

    /** The suggestion that can be booked without a person. */
    public Optional<Suggestion> sure(List<Suggestion> bestFirst) {
        if (bookFrom == null || bestFirst.isEmpty()) {
            return Optional.empty();
        }
        var best = bestFirst.getFirst();
        boolean alone = bestFirst.size() == 1 || best.score() - bestFirst.get(1).score() >= distance;
        return best.score() >= bookFrom && alone ? Optional.of(best) : Optional.empty();
    }
}
