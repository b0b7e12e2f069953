package org.reskontra.rulebook.pages;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.Fact;
import org.reskontra.rulebook.Period;
import org.reskontra.rulebook.RulePack;

/**
 * What a fact says in one period, in plain values.
 *
 * @param rule such as {@code SE-INT-1}
 * @param fact such as {@code late-interest.margin}
 * @param subject the part of the fact's name before the first point
 * @param about one sentence for a person to read
 * @param debtors whom it is about, in the order of {@link DebtorKind}
 * @param unit as the pack writes it, such as {@code percent} or {@code SEK by principal}
 * @param value as the pack writes it, in {@code unit}; null where it is unknown and a person must look
 * @param from first day; null where it holds from whatever day
 * @param to last day, inclusive; null while in force until changed
 * @param source where the value was read
 * @param confidence certain, likely, convention or unsure
 */
public record RuleView(
        String rule,
        String fact,
        String subject,
        String about,
        List<DebtorKind> debtors,
        String unit,
        @Nullable String value,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String source,
        String confidence) {

    public RuleView {
        debtors = List.copyOf(debtors);
    }

    /** What the pack says of that day, in the order of its files; facts that say nothing of it are left out. */
    public static List<RuleView> on(RulePack pack, LocalDate day) {
        return all(pack).filter(view -> view.holdsOn(day)).toList();
    }

    /** Everything the pack says under that rule, in the order of its files and of time; empty for an unknown rule. */
    public static List<RuleView> ofRule(RulePack pack, String rule) {
        return all(pack).filter(view -> view.rule.equals(rule)).toList();
    }

    static <T> List<RuleView> of(RulePack pack, Fact<T> fact) {
        return fact.timeline().periods().stream()
                .map(period -> of(pack, fact, period))
                .toList();
    }

    private static Stream<RuleView> all(RulePack pack) {
        return pack.facts().stream().flatMap(fact -> of(pack, fact).stream());
    }

    private static <T> RuleView of(RulePack pack, Fact<T> fact, Period<T> period) {
        var key = fact.key();
        return new RuleView(
                fact.rule(),
                key.name(),
                key.subject(),
                fact.about(),
                Arrays.stream(DebtorKind.values())
                        .filter(fact.debtors()::contains)
                        .toList(),
                key.unit().name(pack.currency()),
                period.value().map(key.unit()::write).orElse(null),
                period.from().equals(LocalDate.MIN) ? null : period.from(),
                period.to().equals(LocalDate.MAX) ? null : period.to(),
                period.source(),
                period.confidence().written());
    }

    private boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
