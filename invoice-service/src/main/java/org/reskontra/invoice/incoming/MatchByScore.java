package org.reskontra.invoice.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.bankfiles.Entry;
import org.reskontra.invoice.matching.HeldMoney;
import org.reskontra.invoice.matching.Matching;
import org.reskontra.invoice.matching.Share;
import org.reskontra.invoice.matching.Suggestion;
import org.reskontra.invoice.matching.Suggestion.Part;
import org.reskontra.invoice.matching.Threshold;
import org.reskontra.invoice.suggestions.Suggestions;
import org.reskontra.invoice.suggestions.Suggestions.Suggested;
import org.reskontra.kit.db.Tx;

/** Finds the invoices of entries that no reference or number told, as far as the tenant lets us. */
@ApplicationScoped
class MatchByScore {

    static final String BY_SCORE = "by-score";

    private final Suggestions suggestions;

    MatchByScore(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /**
     * A payment and where its money goes.
     *
     * @param sure what it was matched by, if it was by score
     */
    record Aimed(Entry entry, List<Share> shares, @Nullable Suggestion sure) {

        private Aimed to(Suggestion suggestion) {
            var reference = suggestion.parts().size() == 1 ? shares.getFirst().reference() : null;
            return new Aimed(
                    entry,
                    suggestion.parts().stream()
                            .map(part -> new Share(part.amount(), part.invoice(), reference, BY_SCORE))
                            .toList(),
                    suggestion);
        }
    }

    /** The same payments in the same order; those that are sure by score go to their invoices. */
    Uni<List<Aimed>> match(Tx tx, Threshold threshold, List<Aimed> payments) {
        var open = payments.stream()
                .filter(payment -> Matching.isOpen(payment.shares()))
                .toList();
        if (threshold.bookFrom() == null || open.isEmpty()) {
            return Uni.createFrom().item(payments);
        }
        var held = open.stream()
                .map(payment -> HeldMoney.of(payment.entry(), payment.entry().amount()))
                .toList();
        return suggestions.of(tx, held).map(suggested -> matched(threshold, payments, suggested));
    }

    private static List<Aimed> matched(Threshold threshold, List<Aimed> payments, List<Suggested> suggested) {
        var next = suggested.iterator();
        var taken = taken(payments);
        var matched = new ArrayList<Aimed>();
        for (var payment : payments) {
            var sure = Matching.isOpen(payment.shares())
                    ? threshold.sure(next.next().bestFirst())
                    : Optional.<Suggestion>empty();
            matched.add(sure.filter(suggestion -> take(suggestion, taken))
                    .map(payment::to)
                    .orElse(payment));
        }
        return matched;
    }

    /** Invoices that others of the same batch pay: what they owe is not what was looked at. */
    private static Set<UUID> taken(List<Aimed> payments) {
        return payments.stream()
                .flatMap(payment -> payment.shares().stream())
                .map(Share::invoice)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean take(Suggestion suggestion, Set<UUID> taken) {
        var invoices = suggestion.parts().stream().map(Part::invoice).toList();
        return invoices.stream().noneMatch(taken::contains) && taken.addAll(invoices);
    }
}
