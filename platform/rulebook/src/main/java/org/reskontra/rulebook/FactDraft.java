package org.reskontra.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reskontra.contracts.DebtorKind;

/** A fact while its files are being read. */
final class FactDraft<T> {

    private final FactKey<T> key;
    private final String rule;
    private final Set<DebtorKind> debtors;
    private final String about;
    private final List<String> cases;
    private final Optional<String> untested;
    private List<Period<T>> periods = List.of();

    FactDraft(
            FactKey<T> key,
            String rule,
            Set<DebtorKind> debtors,
            String about,
            List<String> cases,
            Optional<String> untested) {
        this.key = key;
        this.rule = rule;
        this.debtors = debtors;
        this.about = about;
        this.cases = cases;
        this.untested = untested;
    }

    FactKey<T> key() {
        return key;
    }

    Set<DebtorKind> debtors() {
        return debtors;
    }

    /** Periods that take the place of what was said of the same days; {@link PackRefused} when they leave a gap. */
    void amend(YamlSection entry, List<Period<T>> news) {
        var first = news.getFirst().from();
        var last = news.getLast().to();
        var all = new ArrayList<Period<T>>();
        for (var period : periods) {
            if (period.from().isBefore(first)) {
                all.add(period.clippedTo(period.from(), earlier(period.to(), first.minusDays(1))));
            }
        }
        all.addAll(news);
        for (var period : periods) {
            if (period.to().isAfter(last)) {
                all.add(period.clippedTo(later(period.from(), last.plusDays(1)), period.to()));
            }
        }
        requireNoGap(entry, all);
        periods = List.copyOf(all);
    }

    Fact<T> fact() {
        return new Fact<>(key, rule, debtors, about, cases, untested, new Timeline<>(rule, periods));
    }

    private static void requireNoGap(YamlSection entry, List<? extends Period<?>> periods) {
        for (int i = 1; i < periods.size(); i++) {
            var last = periods.get(i - 1).to();
            if (last.isBefore(periods.get(i).from().minusDays(1))) {
                throw entry.refused("periods", "leaves a gap: nothing is said from " + last.plusDays(1));
            }
        }
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
