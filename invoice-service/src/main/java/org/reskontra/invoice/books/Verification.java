package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.reskontra.invoice.ledger.Chain;
import org.reskontra.invoice.ledger.Chain.Break;
import org.reskontra.invoice.ledger.Chain.Checked;
import org.reskontra.invoice.ledger.Chain.End;
import org.reskontra.invoice.ledger.Chain.Fault;
import org.reskontra.kit.db.Tx;

/** Looks whether the books are what they were when they were linked. */
@ApplicationScoped
class Verification {

    private static final int BATCH = 500;

    private final ChainStore chain;

    Verification(ChainStore chain) {
        this.chain = chain;
    }

    /** Follows the chain from a link that is trusted, over at most that many links. */
    Uni<Checked> follow(Tx tx, End from, int atMost) {
        int batch = Math.min(atMost, BATCH);
        if (batch == 0) {
            return Uni.createFrom().item(new Checked(from, null));
        }
        return chain.linked(tx, from.position(), batch).chain(links -> {
            var checked = Chain.check(from, links);
            return checked.broken() != null || links.isEmpty()
                    ? Uni.createFrom().item(checked)
                    : withoutIntruders(tx, from, checked)
                            .chain(seen -> seen.broken() != null || links.size() < batch
                                    ? Uni.createFrom().item(seen)
                                    : follow(tx, seen.through(), atMost - batch));
        });
    }

    private Uni<Checked> withoutIntruders(Tx tx, End from, Checked checked) {
        var through = checked.through();
        return chain.slippedIn(tx, from.position(), through.position())
                .map(posting -> posting == null
                        ? checked
                        : new Checked(from, new Break(Fault.SLIPPED_IN, from.position(), posting)));
    }
}
