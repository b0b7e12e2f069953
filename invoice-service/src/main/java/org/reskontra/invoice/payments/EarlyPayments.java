package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.invoices.InvoicesIssued;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.work.DueWork;
import org.reskontra.kit.work.DueWorkRunner;

/** Books payments that came before their invoice, once it is there. */
@ApplicationScoped
@Priority(20)
class EarlyPayments implements DueWork {

    private final Transactions transactions;
    private final PaymentDesk desk;
    private final PaymentStore payments;
    private final DueWorkRunner runner;

    @ConfigProperty(name = "reskontra.early-payments.batch")
    int batch;

    EarlyPayments(Transactions transactions, PaymentDesk desk, PaymentStore payments, DueWorkRunner runner) {
        this.transactions = transactions;
        this.desk = desk;
        this.payments = payments;
        this.runner = runner;
    }

    @Override
    public String name() {
        return "early-payments";
    }

    /** A payment may have waited for one of them. */
    void look(@Observes InvoicesIssued issued) {
        runner.wake(issued.tenant(), this);
    }

    /** A payment was booked; its invoice may have come in the same moment. */
    void look(TenantId tenant) {
        runner.wake(tenant, this);
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(tenant, tx -> desk.match(tx, batch));
    }

    @Override
    public Uni<Boolean> pending(Tx tx) {
        return payments.anyMatchable(tx);
    }
}
