package org.reskontra.kit.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Delivery;
import org.reskontra.kit.events.EventHandler;
import org.reskontra.kit.events.EventRefused;
import org.reskontra.kit.work.DueWork;

/** The smallest service: writes down what it hears, and has work due for whatever it wrote down as due. */
@ApplicationScoped
public class Notes implements EventHandler, DueWork {

    private final Transactions transactions;

    Notes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INVOICE_EVENTS);
    }

    /** A settled invoice is what this domain refuses for good; a passed due date makes work due. */
    @Override
    public Uni<Void> handle(Tx tx, List<Delivery> batch) {
        var all = Uni.createFrom().voidItem();
        for (var delivery : batch) {
            if (delivery.event() instanceof InvoiceSettled) {
                return Uni.createFrom().failure(new EventRefused("settled invoices are not noted"));
            }
            all = all.chain(() -> write(
                    tx,
                    delivery.envelope().id().value(),
                    delivery.envelope().subject() + "#" + delivery.envelope().aggregateVersion(),
                    delivery.event() instanceof DueDatePassed));
        }
        return all;
    }

    public Uni<Void> write(Tx tx, UUID id, String text, boolean due) {
        return tx.session()
                .createNativeQuery("insert into note (id, tenant_id, text, due) values (:id, :tenant, :text, :due)")
                .setParameter("id", id)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("text", text)
                .setParameter("due", due)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** What a programmer writes who has forgotten the tenant. */
    public Uni<List<String>> all(Tx tx) {
        return tx.session()
                .createNativeQuery("select text from note order by text", String.class)
                .getResultList();
    }

    public UUID newId() {
        return Ids.next();
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(
                tenant,
                tx -> tx.session()
                        .createNativeQuery("update note set due = false where due")
                        .executeUpdate());
    }

    @Override
    public String due() {
        return "exists (select from note where due)";
    }
}
