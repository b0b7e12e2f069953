package org.reskontra.invoice.matching;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.matching.Clue.Kind;

/** An open invoice and what speaks for it whatever the amount: of each kind the weightiest clue. */
record Weighed(OpenInvoice invoice, Map<Kind, Clue> clues) {

    static final Comparator<OpenInvoice> OLDEST_FIRST =
            Comparator.comparing(OpenInvoice::due).thenComparing(OpenInvoice::id);

    static Weighed of(OpenInvoice invoice, List<Clue> all) {
        var clues = new EnumMap<Kind, Clue>(Kind.class);
        all.forEach(clue -> clues.merge(clue.kind(), clue, Clue::weightier));
        return new Weighed(invoice, clues);
    }

    Money owed() {
        return invoice.owed();
    }

    boolean isNamed() {
        return clues.containsKey(Kind.TEXT);
    }

    /** Of several invoices, a clue counts that each of them has: as much as it does for the least of them. */
    static Map<Kind, Clue> joint(List<Weighed> invoices) {
        var joint = new EnumMap<Kind, Clue>(Kind.class);
        for (var kind : Kind.values()) {
            var all = invoices.stream()
                    .flatMap(one -> Optional.ofNullable(one.clues().get(kind)).stream())
                    .toList();
            if (all.size() == invoices.size()) {
                all.stream().min(Comparator.comparingInt(Clue::points)).ifPresent(least -> joint.put(kind, least));
            }
        }
        return joint;
    }
}
