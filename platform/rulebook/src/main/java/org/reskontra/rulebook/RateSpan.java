package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row on which nothing changes that the rate depends on. Days are counted from 1970-01-01.
 *
 * @param first inclusive
 * @param last inclusive
 * @param reference null where unknown
 * @param statutory reference and margin; null where either is unknown
 * @param statutoryIsFloor null where unknown
 * @param statutoryIsCeiling null where unknown
 * @param rates equal in two spans of one table exactly when reference and margin are the same from one to the other
 * @param limits likewise of floor and ceiling
 */
public record RateSpan(
        long first,
        long last,
        @Nullable YearlyRate reference,
        @Nullable YearlyRate statutory,
        @Nullable Boolean statutoryIsFloor,
        @Nullable Boolean statutoryIsCeiling,
        int rates,
        int limits) {

    /** Spans without gap from {@link LocalDate#MIN} to {@link LocalDate#MAX}. */
    static List<RateSpan> of(
            Timeline<BigDecimal> reference,
            Timeline<BigDecimal> margin,
            Timeline<Boolean> floor,
            Timeline<Boolean> ceiling) {
        var starts = new TreeSet<LocalDate>();
        for (var timeline : List.of(reference, margin, floor, ceiling)) {
            timeline.runs(LocalDate.MIN, LocalDate.MAX).forEach(run -> starts.add(run.from()));
        }
        var spans = new ArrayList<RateSpan>();
        @Nullable YearlyRate marginBefore = null;
        for (var from : starts) {
            var next = starts.higher(from);
            var to = next == null ? LocalDate.MAX : next.minusDays(1);
            var marginNow = known(margin.on(from));
            var span = span(from, to, reference.on(from), marginNow, floor.on(from), ceiling.on(from));
            spans.add(spans.isEmpty() ? span : span.after(spans.getLast(), Objects.equals(marginBefore, marginNow)));
            marginBefore = marginNow;
        }
        return List.copyOf(spans);
    }

    private static RateSpan span(
            LocalDate from,
            LocalDate to,
            Period<BigDecimal> reference,
            @Nullable YearlyRate margin,
            Period<Boolean> floor,
            Period<Boolean> ceiling) {
        var rate = known(reference);
        var statutory = rate == null || margin == null ? null : rate.plus(margin);
        return new RateSpan(
                from.toEpochDay(),
                to.toEpochDay(),
                rate,
                statutory,
                floor.value().orElse(null),
                ceiling.value().orElse(null),
                0,
                0);
    }

    private static @Nullable YearlyRate known(Period<BigDecimal> period) {
        return period.value().map(YearlyRate::of).orElse(null);
    }

    private RateSpan after(RateSpan before, boolean sameMargin) {
        boolean sameRates = sameMargin && Objects.equals(reference, before.reference);
        boolean sameLimits = Objects.equals(statutoryIsFloor, before.statutoryIsFloor)
                && Objects.equals(statutoryIsCeiling, before.statutoryIsCeiling);
        return new RateSpan(
                first,
                last,
                reference,
                statutory,
                statutoryIsFloor,
                statutoryIsCeiling,
                sameRates ? before.rates : before.rates + 1,
                sameLimits ? before.limits : before.limits + 1);
    }
}
