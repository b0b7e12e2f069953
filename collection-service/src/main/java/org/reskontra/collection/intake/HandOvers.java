package org.reskontra.collection.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reskontra.collection.cases.CaseFile;
import org.reskontra.collection.cases.CaseStore;
import org.reskontra.collection.process.CaseCommand.Register;
import org.reskontra.collection.process.CaseState;
import org.reskontra.collection.process.Claim;
import org.reskontra.collection.process.Decision.Refused;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.DunningEvent.DunningResumed;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.DunningEvent.ReminderUndeliverable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Delivery;
import org.reskontra.kit.events.EventHandler;
import org.reskontra.kit.events.EventRefused;
import org.reskontra.rulebook.NoSuchPack;
import org.reskontra.rulebook.Rulebook;

/** Takes claims on. */
@ApplicationScoped
class HandOvers implements EventHandler {

    private final Standings standings;
    private final CaseStore cases;

    HandOvers(Standings standings, CaseStore cases) {
        this.standings = standings;
        this.cases = cases;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DUNNING_EVENTS);
    }

    private record HandOver(HandedToCollection event, String cause) {}

    @Override
    public Uni<Void> handle(Tx tx, List<Delivery> batch) {
        var handOvers = new ArrayList<HandOver>();
        for (var delivery : batch) {
            if (delivery.event() instanceof DunningEvent event) {
                switch (event) {
                    case HandedToCollection e ->
                        handOvers.add(new HandOver(e, delivery.envelope().id().toString()));
                    case ReminderSent _, ReminderUndeliverable _, DunningStopped _, DunningResumed _ -> {
                        // not ours yet, or no longer anybody's
                    }
                }
            }
        }
        return handOvers.isEmpty() ? Uni.createFrom().voidItem() : take(tx, handOvers);
    }

    private Uni<Void> take(Tx tx, List<HandOver> handOvers) {
        var invoices =
                handOvers.stream().map(one -> one.event().invoice()).distinct().toList();
        return standings
                .lock(tx, invoices)
                .chain(known -> cases.lockByInvoice(tx, invoices).chain(found -> {
                    var files = new LinkedHashMap<>(found);
                    handOvers.forEach(one -> register(tx, one, known, files));
                    return cases.save(tx, files.values());
                }));
    }

    private static void register(
            Tx tx, HandOver handOver, Map<InvoiceId, Standing> known, Map<InvoiceId, CaseFile> files) {
        var event = handOver.event();
        requireLaw(event);
        var file = files.computeIfAbsent(
                event.invoice(),
                invoice -> CaseFile.unopened(new CollectionCaseId(Ids.next()), invoice, event.customer()));
        var claim = claim(event);
        // dunning may have heard of the tenant's new day before us
        var on = tx.today().isBefore(claim.handedOverOn()) ? claim.handedOverOn() : tx.today();
        var newest = known.get(event.invoice()).balance(claim.dueDate());
        var decision = file.ask(new Register(on, claim, newest), handOver.cause());
        if (decision instanceof Refused(var why) && file.state() instanceof CaseState.None) {
            throw new EventRefused("claim not taken on: " + why);
        }
    }

    private static void requireLaw(HandedToCollection event) {
        try {
            Rulebook.standard().packInUse(event.country());
        } catch (NoSuchPack e) {
            throw new EventRefused("claim not taken on: no collection law is known for " + event.country());
        }
    }

    private static Claim claim(HandedToCollection e) {
        return new Claim(
                e.invoice(),
                e.customer(),
                e.country(),
                e.debtorKind(),
                e.invoiceNumber(),
                e.paymentReference(),
                e.issueDate(),
                e.dueDate(),
                e.handedOverOn(),
                e.claim(),
                e.invoiceVersion(),
                e.interestThrough(),
                e.interest(),
                e.remindersSent(),
                e.lastReminderOn());
    }
}
