package org.reskontra.rulebook;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule says on every day of a span.
 *
 * @param from first day
 * @param to last day, inclusive; {@link LocalDate#MAX} while in force until changed
 * @param value empty where the value is unknown: then a person must look, and nothing is guessed
 * @param source where the value was read
 */
public record Period<T>(LocalDate from, LocalDate to, Optional<T> value, String source, Confidence confidence) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end on " + to + " and begin on " + from);
        }
    }

    /** Nothing is recorded for these days. */
    static <T> Period<T> unrecorded(LocalDate from, LocalDate to) {
        return new Period<>(from, to, Optional.empty(), "nothing recorded", Confidence.UNSURE);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    Period<T> clippedTo(LocalDate first, LocalDate last) {
        return new Period<>(
                from.isBefore(first) ? first : from, to.isAfter(last) ? last : to, value, source, confidence);
    }
}
