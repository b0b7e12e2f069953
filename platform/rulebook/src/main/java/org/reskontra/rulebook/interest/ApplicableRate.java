package org.reskontra.rulebook.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.rulebook.InterestRules;
import org.reskontra.rulebook.Period;
import org.reskontra.rulebook.RateSpan;
import org.reskontra.rulebook.Timeline;
import org.reskontra.rulebook.YearlyRate;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;

/**
 * The rate of one claim: the statutory one, or that of the contract within the limits of the law. Of the limits the floor
 * comes first, then the ceiling, then that of consumer credit.
 */
final class ApplicableRate {

    private final InterestRules rules;
    private final @Nullable YearlyRate contract;
    private final @Nullable ConsumerCredit credit;

    /** What consumer credit may add to the reference rate; null where unknown, or where it is not asked. */
    private final @Nullable YearlyRate creditMargin;

    ApplicableRate(InterestRules rules, InterestClaim claim) {
        var agreed = claim.contractRate();
        this.rules = rules;
        this.contract = agreed == null ? null : YearlyRate.of(agreed);
        this.credit = agreed == null ? null : claim.credit();
        this.creditMargin = credit == null
                ? null
                : rules.creditCeiling()
                        .on(credit.agreedOn())
                        .value()
                        .map(YearlyRate::of)
                        .orElse(null);
    }

    /** The rate on the days of that span; null where it is not known. */
    @Nullable
    YearlyRate on(RateSpan span) {
        if (contract == null) {
            return span.statutory();
        }
        var floor = span.statutoryIsFloor();
        var ceiling = span.statutoryIsCeiling();
        if (floor == null || ceiling == null) {
            return null;
        }
        var rate = contract;
        if (floor || ceiling) {
            var statutory = span.statutory();
            if (statutory == null) {
                return null;
            }
            rate = floor ? rate.max(statutory) : rate;
            rate = ceiling ? rate.min(statutory) : rate;
        }
        if (credit != null) {
            var reference = span.reference();
            if (reference == null || creditMargin == null) {
                return null;
            }
            rate = rate.min(reference.plus(creditMargin));
        }
        return rate;
    }

    /** Whether the rate of both spans comes about alike, so that their days are one stretch. */
    boolean alike(RateSpan a, RateSpan b) {
        if (contract == null) {
            return a.rates() == b.rates();
        }
        return a.limits() == b.limits() && (a.rates() == b.rates() || !limited(a));
    }

    private boolean limited(RateSpan span) {
        return credit != null
                || Boolean.TRUE.equals(span.statutoryIsFloor())
                || Boolean.TRUE.equals(span.statutoryIsCeiling());
    }

    /** Why there is no rate on these days, which are alike. */
    NeedsReview unknown(LocalDate from, LocalDate to) {
        var open = contract == null ? openStatutory(from, to) : openContract(from, to);
        return open.orElseThrow(() -> new IllegalStateException("the rate from " + from + " is known"));
    }

    private Optional<NeedsReview> openStatutory(LocalDate from, LocalDate to) {
        return openReference(from, to).or(() -> open(rules.margin(), "no margin is known", from, to));
    }

    private Optional<NeedsReview> openReference(LocalDate from, LocalDate to) {
        return open(rules.referenceRate(), "no rate is known", from, to);
    }

    private Optional<NeedsReview> openContract(LocalDate from, LocalDate to) {
        var floor = rules.statutoryIsFloor();
        var ceiling = rules.statutoryIsCeiling();
        return open(floor, "it is not known whether a contract may set a lower rate", from, to)
                .or(() -> open(ceiling, "it is not known whether a contract may set a higher rate", from, to))
                .or(() -> isOn(floor, from) || isOn(ceiling, from) ? openStatutory(from, to) : Optional.empty())
                .or(() -> openReference(from, to))
                .or(() -> Optional.ofNullable(credit).map(known -> openCredit(known, from, to)));
    }

    private NeedsReview openCredit(ConsumerCredit known, LocalDate from, LocalDate to) {
        var ceiling = rules.creditCeiling().on(known.agreedOn());
        return new NeedsReview(
                rules.creditCeiling().ruleId(),
                "no highest rate is known for credit agreed on " + known.agreedOn() + ", asked from " + from + " to "
                        + to + " (" + ceiling.source() + ")");
    }

    private static Optional<NeedsReview> open(Timeline<?> timeline, String what, LocalDate from, LocalDate to) {
        Period<?> days = timeline.runs(from, to).getFirst();
        return days.value().isPresent()
                ? Optional.empty()
                : Optional.of(new NeedsReview(
                        timeline.ruleId(),
                        what + " from " + days.from() + " to " + days.to() + " (" + days.source() + ")"));
    }

    private static boolean isOn(Timeline<Boolean> timeline, LocalDate day) {
        return timeline.on(day).value().orElse(false);
    }

    /** How the rate of these days, which are alike, came about. */
    Trace explain(LocalDate from, LocalDate to) {
        if (contract == null) {
            return sum(rules.referenceRate(), rules.margin(), from, to);
        }
        var trace = take("CONTRACT", "agreed beforehand", contract.fraction());
        var floor = rules.statutoryIsFloor().runs(from, to).getFirst();
        if (floor.value().orElseThrow()) {
            var statutory = sum(rules.referenceRate(), rules.margin(), from, to);
            trace = limit(Trace.Step.HIGHEST, rules.statutoryIsFloor().ruleId(), floor.source(), trace, statutory);
        }
        var ceiling = rules.statutoryIsCeiling().runs(from, to).getFirst();
        if (ceiling.value().orElseThrow()) {
            var statutory = sum(rules.referenceRate(), rules.margin(), from, to);
            trace = limit(Trace.Step.LOWEST, rules.statutoryIsCeiling().ruleId(), ceiling.source(), trace, statutory);
        }
        if (credit != null) {
            var agreed = credit.agreedOn();
            var ruleId = rules.creditCeiling().ruleId();
            var source = rules.creditCeiling().on(agreed).source();
            var points = take(rules.creditCeiling(), rules.creditCeiling().on(agreed));
            var highest = added(
                    ruleId,
                    source,
                    take(
                            rules.referenceRate(),
                            rules.referenceRate().runs(from, to).getFirst()),
                    points);
            trace = limit(Trace.Step.LOWEST, ruleId, source, trace, highest);
        }
        return trace;
    }

    private static Trace limit(Trace.Step step, String ruleId, String source, Trace rate, Trace limit) {
        return Trace.combined(ruleId, source, step, Counts.YEARLY_RATE, List.of(rate, limit));
    }

    private static Trace sum(
            Timeline<BigDecimal> references, Timeline<BigDecimal> margins, LocalDate from, LocalDate to) {
        var margin = margins.runs(from, to).getFirst();
        var reference = references.runs(from, to).getFirst();
        return added(margins.ruleId(), margin.source(), take(references, reference), take(margins, margin));
    }

    private static Trace added(String ruleId, String source, Trace a, Trace b) {
        return Trace.combined(ruleId, source, Trace.Step.ADD, Counts.YEARLY_RATE, List.of(a, b));
    }

    private static Trace take(Timeline<BigDecimal> timeline, Period<BigDecimal> period) {
        return take(timeline.ruleId(), period.source(), period.value().orElseThrow());
    }

    private static Trace take(String ruleId, String source, BigDecimal value) {
        return Trace.take(ruleId, source, Counts.YEARLY_RATE, value);
    }
}
