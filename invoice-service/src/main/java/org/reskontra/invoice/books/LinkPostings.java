package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.ledger.Chain;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.work.DueWork;

/**
 * Links postings into the tenant's chain, a batch at a time and one batch of a tenant at a time, some time after they
 * were committed: whoever posts waits for nobody, and files go on being booked meanwhile.
 */
@ApplicationScoped
class LinkPostings implements DueWork {

    private final Transactions transactions;
    private final ChainStore chain;

    @ConfigProperty(name = "reskontra.ledger.link-after")
    Duration linkAfter;

    @ConfigProperty(name = "reskontra.ledger.link-batch")
    int batch;

    LinkPostings(Transactions transactions, ChainStore chain) {
        this.transactions = transactions;
        this.chain = chain;
    }

    @Override
    public String name() {
        return "ledger-links";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(
                tenant,
                tx -> chain.alone(tx)
                        .chain(alone -> !alone
                                ? Uni.createFrom().item(0)
                                : chain.end(tx)
                                        .chain(end -> chain.unlinked(tx, batch)
                                                .chain(postings -> postings.isEmpty()
                                                        ? Uni.createFrom().item(0)
                                                        : chain.add(tx, Chain.extend(end, postings))
                                                                .replaceWith(postings.size())))));
    }

    @Override
    public boolean isAside() {
        return true;
    }

    @Override
    public String due() {
        return ChainStore.anyUnlinked(linkAfter.toMillis() + " milliseconds");
    }
}
