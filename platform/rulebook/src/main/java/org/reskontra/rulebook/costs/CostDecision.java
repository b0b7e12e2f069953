package org.reskontra.rulebook.costs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/** What one measure may cost the debtor, and why. */
public sealed interface CostDecision {

    CostStep step();

    /** Not negative, and never more than was asked for. */
    Money allowed();

    CostReason reason();

    /** The rule that decided. */
    String ruleId();

    /** Where that rule was read. */
    String source();

    /** For a person to read. */
    String text();

    /** How the amount came about, in minor units. */
    Trace trace();

    /** An amount that the law sets. */
    record Limit(String ruleId, String source, Money amount) {

        Trace trace() {
            return Trace.take(ruleId, source, amount);
        }
    }

    /**
     * It may be charged for, as far as the limits go.
     *
     * @param maximum what one such measure may cost
     * @param total what all measures may cost for one debt; null where there is no such rule, or nobody has read it
     * @param before what the measures before cost
     */
    record Charged(
            CostStep step,
            Money allowed,
            CostReason reason,
            Limit maximum,
            @Nullable Limit total,
            Money before) implements CostDecision {

        @Override
        public String ruleId() {
            return deciding().ruleId();
        }

        @Override
        public String source() {
            return deciding().source();
        }

        @Override
        public String text() {
            return reason.text() + " (" + deciding().amount() + " by " + source() + ")";
        }

        @Override
        public Trace trace() {
            var bounds = new ArrayList<Trace>();
            if (step.wanted() != null) {
                bounds.add(taken("asked for by the creditor", step.wanted()));
            }
            bounds.add(maximum.trace());
            if (total != null) {
                bounds.add(left(total));
            }
            return node(Step.LOWEST, allowed, bounds);
        }

        /** What the total leaves; nothing where the measures before cost more than the law of this day lets them. */
        private Trace left(Limit total) {
            var left = total.amount().minus(before);
            var difference = node(Step.SUBTRACT, left, List.of(total.trace(), taken("the measures before", before)));
            var zero = Money.zero(left.currency());
            return left.isNegative()
                    ? node(Step.HIGHEST, zero, List.of(difference, taken("no charge is negative", zero)))
                    : difference;
        }

        private Limit deciding() {
            return reason == CostReason.LIMITED_BY_TOTAL && total != null ? total : maximum;
        }

        private Trace taken(String source, Money amount) {
            return Trace.take(ruleId(), source, amount);
        }

        private Trace node(Step how, Money amount, List<Trace> parts) {
            return new Trace(
                    ruleId(), source(), how, Map.of(), Counts.MINOR_UNITS, BigDecimal.valueOf(amount.minor()), parts);
        }
    }

    /**
     * It may not be charged for, or nobody knows.
     *
     * @param allowed zero
     * @param notBefore the first day that would do, where it came too early
     */
    record Uncharged(
            CostStep step,
            Money allowed,
            CostReason reason,
            String ruleId,
            String source,
            @Nullable LocalDate notBefore)
            implements CostDecision {

        @Override
        public String text() {
            return reason.text() + (notBefore == null ? "" : ": not before " + notBefore) + " (" + source + ")";
        }

        @Override
        public Trace trace() {
            return new Trace(
                    ruleId,
                    source,
                    Step.TAKE,
                    Map.of("value", "0", "reason", reason.name()),
                    Counts.MINOR_UNITS,
                    BigDecimal.ZERO,
                    List.of());
        }
    }
}
