package org.reskontra.invoice.ledger;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Money;

/**
 * Entries that belong together and sum to zero; one that does not balance cannot be constructed. A posting is never
 * changed or taken away: a mistake is put right by another one.
 *
 * @param on the civil date it counts for
 */
public record Posting(LocalDate on, PostingKind kind, List<Entry> entries) {

    public Posting {
        entries = List.copyOf(entries);
        if (entries.size() < 2) {
            throw new IllegalArgumentException("a posting has at least two entries");
        }
        var sum = entries.stream().map(Entry::amount).reduce(Money::plus).orElseThrow();
        if (!sum.isZero()) {
            throw new IllegalArgumentException(kind + " of " + on + " is out of balance by " + sum);
        }
    }
}
