package org.reskontra.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says over time: periods in order, without gap or overlap (the reader refuses anything else).
 *
 * @param ruleId such as {@code SE-INT-1}
 * @param periods at least one
 */
public record Timeline<T>(String ruleId, List<Period<T>> periods) {

    public Timeline {
        periods = List.copyOf(periods);
    }

    /** The period that holds that day; one without a value where nothing is recorded for it. */
    public Period<T> on(LocalDate day) {
        return runs(day, day).getFirst();
    }

    /** The period that holds that day, whole; null where nothing is recorded for it. */
    public @Nullable Period<T> holding(LocalDate day) {
        for (int i = periods.size() - 1; i >= 0; i--) { // the day asked for is most often a recent one
            if (periods.get(i).contains(day)) {
                return periods.get(i);
            }
        }
        return null;
    }

    /**
     * The days from first to last, both inclusive, cut where the value changes. Days for which nothing is recorded come
     * back as periods without a value. Neighbours of equal value are one period that names both sources.
     */
    public List<Period<T>> runs(LocalDate first, LocalDate last) {
        var runs = new ArrayList<Period<T>>();
        var next = first;
        for (int i = firstEndingFrom(first);
                i < periods.size() && !periods.get(i).from().isAfter(last);
                i++) {
            var period = periods.get(i);
            if (period.from().isAfter(next)) {
                append(runs, Period.unrecorded(next, period.from().minusDays(1)));
            }
            append(runs, period.clippedTo(next, last));
            if (!period.to().isBefore(last)) {
                return runs;
            }
            next = period.to().plusDays(1);
        }
        append(runs, Period.unrecorded(next, last));
        return runs;
    }

    private int firstEndingFrom(LocalDate day) {
        int low = 0;
        int high = periods.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.get(middle).to().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static <T> void append(List<Period<T>> runs, Period<T> period) {
        if (runs.isEmpty() || !runs.getLast().value().equals(period.value())) {
            runs.add(period);
            return;
        }
        var before = runs.removeLast();
        var sources =
                before.source().equals(period.source()) ? before.source() : before.source() + "; " + period.source();
        var weaker = before.confidence().compareTo(period.confidence()) > 0 ? before.confidence() : period.confidence();
        runs.add(new Period<>(before.from(), period.to(), period.value(), sources, weaker));
    }
}
