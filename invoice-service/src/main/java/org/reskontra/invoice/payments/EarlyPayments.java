package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.work.DueWork;

/** Books payments that came before their invoice, once it is there. */
@ApplicationScoped
@Priority(20)
class EarlyPayments implements DueWork {

    private final Transactions transactions;
    private final PaymentDesk desk;

    @ConfigProperty(name = "reskontra.early-payments.batch")
    int batch;

    EarlyPayments(Transactions transactions, PaymentDesk desk) {
        this.transactions = transactions;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "early-payments";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(tenant, tx -> desk.match(tx, batch));
    }

    @Override
    public String due() {
        return PaymentStore.ANY_MATCHABLE;
    }
}
