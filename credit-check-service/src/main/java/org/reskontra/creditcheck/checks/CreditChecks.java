package org.reskontra.creditcheck.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CreditCheckId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.creditcheck.Published;
import org.reskontra.creditcheck.bookkeeping.Accounts;
import org.reskontra.creditcheck.policies.Policies;
import org.reskontra.creditcheck.scoring.CreditRequest;
import org.reskontra.creditcheck.scoring.Scoring;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.outbox.Outbox;

/** Answers credit checks from the book, and keeps the answers. */
@ApplicationScoped
class CreditChecks {

    private final Accounts accounts;
    private final Policies policies;
    private final Outbox outbox;

    CreditChecks(Accounts accounts, Policies policies, Outbox outbox) {
        this.accounts = accounts;
        this.policies = policies;
        this.outbox = outbox;
    }

    /** Decides, stores the decision and publishes it, all in one transaction. */
    Uni<CreditCheckRow> check(Tx tx, CreditCheckViews.Asked asked, String askedBy) {
        return accounts.of(tx, asked.customer()).chain(account -> {
            var policy = policies.current();
            var currency = asked.amount().currency();
            var exposure = account.exposure(currency);
            var decision = Scoring.decide(
                    policy,
                    new CreditRequest(
                            asked.amount(),
                            exposure,
                            account.owesInOtherThan(currency),
                            account.behaviour(),
                            tx.today()));
            var row = new CreditCheckRow();
            row.checkId = asked.id() == null ? Ids.next() : asked.id().value();
            row.tenantId = tx.tenantId().value();
            row.customerId = asked.customer().value();
            row.amountMinor = asked.amount().minor();
            row.currency = currency.getCurrencyCode();
            row.purpose = asked.purpose();
            row.contractReference = asked.contractReference();
            row.decidedOn = tx.today();
            row.policyId = policy.id();
            row.askedBy = askedBy;
            row.exposure(exposure);
            row.behaviour(account.behaviour());
            row.decision(decision);
            return tx.session()
                    .insert(row)
                    .chain(() -> outbox.add(
                            tx, Published.from(row.id(), row.customer(), row.amount(), decision, row.decidedOn)))
                    .replaceWith(row);
        });
    }

    Uni<@Nullable CreditCheckRow> find(Tx tx, CreditCheckId id) {
        return tx.session()
                .createSelectionQuery(
                        "from CreditCheckRow where tenantId = :tenant and checkId = :id", CreditCheckRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("id", id.value())
                .getSingleResultOrNull();
    }

    /** The newest decision on a customer. */
    Uni<@Nullable CreditCheckRow> latest(Tx tx, CustomerId customer) {
        return tx.session()
                .createSelectionQuery(
                        "from CreditCheckRow where tenantId = :tenant and customerId = :customer"
                                + " order by decidedOn desc, checkId desc",
                        CreditCheckRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("customer", customer.value())
                .setMaxResults(1)
                .getSingleResultOrNull();
    }
}
