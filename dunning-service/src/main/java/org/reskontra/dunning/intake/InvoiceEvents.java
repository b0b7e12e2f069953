package org.reskontra.dunning.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.Topics;
import org.reskontra.dunning.Heard;
import org.reskontra.dunning.Heard.Rules;
import org.reskontra.dunning.cases.CaseHandler;
import org.reskontra.dunning.cases.CaseHandler.Told;
import org.reskontra.dunning.cases.CommandRefused;
import org.reskontra.dunning.policies.Law;
import org.reskontra.dunning.policies.PolicyShelf;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Delivery;
import org.reskontra.kit.events.EventHandler;
import org.reskontra.kit.events.EventRefused;

/** Tells the cases what the ledger says. */
@ApplicationScoped
public class InvoiceEvents implements EventHandler {

    private final CaseHandler cases;
    private final PolicyShelf policies;
    private final Law law;

    InvoiceEvents(CaseHandler cases, PolicyShelf policies, Law law) {
        this.cases = cases;
        this.policies = policies;
        this.law = law;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INVOICE_EVENTS);
    }

    @Override
    public Uni<Void> handle(Tx tx, List<Delivery> batch) {
        return Uni.createFrom()
                .item(() -> batch.stream().map(delivery -> told(tx, delivery)).toList())
                .chain(told -> cases.handle(tx, told))
                .onFailure(CommandRefused.class)
                .transform(refused -> new EventRefused(refused.getMessage()))
                .replaceWithVoid();
    }

    private Told told(Tx tx, Delivery delivery) {
        var event = (InvoiceEvent) delivery.event();
        return new Told(
                event.invoice(),
                Heard.command(event, tx.today(), this::rules),
                delivery.envelope().aggregateVersion());
    }

    private Rules rules(Country country) {
        var policy = policies.standardFor(country)
                .orElseThrow(() -> new EventRefused("there is no dunning policy for " + country));
        return new Rules(policy.ref(), law.of(country).id());
    }
}
