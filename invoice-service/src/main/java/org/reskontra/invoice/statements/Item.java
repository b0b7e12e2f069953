package org.reskontra.invoice.statements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.explain.Trace;

/**
 * What a debtor sees as one thing: all that is booked of one payment, or of one charge, for one day. A correction stands
 * beside what it corrects.
 *
 * @param on the day it counts for
 * @param entries in the order of booking
 */
public record Item(LocalDate on, List<Posted> entries) {

    public Item {
        entries = List.copyOf(entries);
    }

    /** A charge is known by its rule and day; what has neither rule nor payment stands for itself. */
    private record Key(LocalDate on, Object about) {

        static Key of(Posted entry) {
            Object charge = entry.ruleId()
                    .<Object>map(rule -> List.of(rule, entry.interestThrough()))
                    .orElse(entry.posting());
            return new Key(entry.on(), entry.payment().<Object>map(id -> id).orElse(charge));
        }
    }

    /**
     * What happened to a claim up to a day, oldest first.
     *
     * @param entries in the order of booking
     */
    public static List<Item> upTo(LocalDate day, List<Posted> entries) {
        var groups = new LinkedHashMap<Key, List<Posted>>();
        for (var entry : entries) {
            if (!entry.on().isAfter(day)) {
                groups.computeIfAbsent(Key.of(entry), _ -> new ArrayList<>()).add(entry);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Item(group.getKey().on(), group.getValue()))
                .sorted(Comparator.comparing(Item::on))
                .toList();
    }

    /** What it makes of the debt. */
    public Money amount() {
        return entries.stream().map(Posted::amount).reduce(Money::plus).orElseThrow();
    }

    /** What was charged, or what has become of a payment. */
    String kind() {
        return isPayment() ? entries.getLast().kind() : entries.getFirst().kind();
    }

    boolean isPayment() {
        return entries.getFirst().payment().isPresent();
    }

    /** What it makes of each part; parts that it leaves as they were are not in it. */
    Map<ClaimPart, Money> parts() {
        var parts = new EnumMap<ClaimPart, Money>(ClaimPart.class);
        for (var entry : entries) {
            parts.merge(entry.part(), entry.amount(), Money::plus);
        }
        parts.values().removeIf(Money::isZero);
        return parts;
    }

    /** Charged and taken back: nothing a debtor has to know of. */
    boolean isTakenBack() {
        return !isPayment() && parts().isEmpty();
    }

    /** How its amount came about, where that is kept with a posting that still stands. */
    Optional<Trace> calculation() {
        var amount = BigDecimal.valueOf(amount().minor());
        return entries.stream()
                .flatMap(entry -> entry.calculation().stream())
                .filter(tree -> tree.amount().compareTo(amount) == 0)
                .reduce((_, last) -> last);
    }
}
