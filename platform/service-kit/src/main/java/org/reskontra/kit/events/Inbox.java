package org.reskontra.kit.events;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.TenantEvent;
import org.reskontra.contracts.TenantEvent.SandboxClockAdvanced;
import org.reskontra.contracts.TenantEvent.TenantChanged;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.tenants.TenantRows;

/** One transaction per tenant and batch: what was seen is recorded together with what it changed. */
@ApplicationScoped
class Inbox {

    private final Transactions transactions;
    private final TenantRows tenants;
    private final Positions positions;
    private final List<EventHandler> handlers;
    private final List<ContactCardHandler> cardHandlers;

    Inbox(
            Transactions transactions,
            TenantRows tenants,
            Positions positions,
            @All List<EventHandler> handlers,
            @All List<ContactCardHandler> cardHandlers) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.positions = positions;
        this.handlers = handlers;
        this.cardHandlers = cardHandlers;
    }

    Uni<Void> apply(TenantId tenant, List<Incoming> events) {
        return transactions.in(
                tenant, tx -> positions.advance(tx, events).chain(fresh -> handle(tx.tracing(origins(fresh)), fresh)));
    }

    /** Records an event as seen without applying it. */
    Uni<Void> skip(Incoming event) {
        return transactions.in(
                event.envelope().tenant(),
                tx -> positions.advance(tx, List.of(event)).replaceWithVoid());
    }

    Uni<Void> tenantNews(Envelope envelope, TenantEvent event) {
        return transactions.apart(session -> switch (event) {
            case TenantChanged changed -> tenants.apply(session, changed, envelope.aggregateVersion());
            case SandboxClockAdvanced advanced ->
                tenants.advance(session, advanced.tenant(), advanced.today()).replaceWithVoid();
        });
    }

    private Uni<Void> handle(Tx tx, List<Incoming> fresh) {
        var all = Uni.createFrom().voidItem();
        for (var handler : handlers) {
            List<Delivery> batch = new ArrayList<>();
            for (var incoming : fresh) {
                if (incoming.content() instanceof Incoming.Known(var event)
                        && handler.topics().contains(incoming.record().topic())) {
                    batch.add(new Delivery(incoming.envelope(), event));
                }
            }
            if (!batch.isEmpty()) {
                var actor = String.join(" ", new TreeSet<>(handler.topics()));
                all = all.chain(() -> handler.handle(tx.by(actor), batch));
            }
        }
        for (var incoming : fresh) {
            for (var handler : cardHandlers) {
                switch (incoming.content()) {
                    case Incoming.Card(var card) -> all = all.chain(() -> handler.put(tx, card));
                    case Incoming.ErasedCard() ->
                        all = all.chain(() -> handler.erase(
                                tx, CustomerId.of(incoming.envelope().subject())));
                    case Incoming.Known _, Incoming.UnknownType _ -> {
                        // no card
                    }
                }
            }
        }
        return all;
    }

    private static Map<UUID, String> origins(List<Incoming> events) {
        Map<UUID, String> origins = new HashMap<>();
        for (var event : events) {
            var traceparent = Headers.text(event.record().headers(), "traceparent");
            if (traceparent != null) {
                origins.put(UUID.fromString(event.envelope().subject()), traceparent);
            }
        }
        return origins;
    }
}
