package org.reskontra.invoice.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Heard;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.ClaimDesk.Done;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Delivery;
import org.reskontra.kit.events.EventHandler;
import org.reskontra.kit.events.EventRefused;

/** What dunning did, as far as it changes a claim: a reminder's fee is posted, a hand-over is noted. */
@ApplicationScoped
class DunningEvents implements EventHandler {

    private final InvoiceStore invoices;
    private final ClaimDesk claims;
    private final MeterRegistry meters;

    DunningEvents(InvoiceStore invoices, ClaimDesk claims, MeterRegistry meters) {
        this.invoices = invoices;
        this.claims = claims;
        this.meters = meters;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DUNNING_EVENTS);
    }

    @Override
    public Uni<Void> handle(Tx tx, List<Delivery> batch) {
        var asks = new ArrayList<Ask>();
        for (var delivery : batch) {
            if (delivery.event() instanceof DunningEvent event) {
                Heard.command(event)
                        .ifPresent(command -> asks.add(new Ask(event.invoice().value(), command, MoneyFrom.BANK)));
            }
        }
        if (asks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = asks.stream().map(Ask::invoice).collect(Collectors.toSet());
        return invoices.lock(tx, ids).chain(locked -> {
            requireAll(ids.size(), locked);
            return claims.decide(tx, locked, asks)
                    .invoke(done -> done.forEach(this::look))
                    .replaceWithVoid();
        });
    }

    private static void requireAll(int asked, List<InvoiceRow> locked) {
        if (locked.size() < asked) {
            throw new EventRefused("the invoice is not known here");
        }
    }

    private void look(Done done) {
        switch (done.decision()) {
            case Accepted _ -> {}
            case Refused(var why) -> refused(why);
        }
    }

    /** That a payment overtook a reminder or a hand-over is daily business; every other refusal is for a person. */
    private void refused(Refusal why) {
        switch (why) {
            case CLAIM_SETTLED ->
                meters.counter("reskontra_claims_overtaken_total", "refusal", Codes.of(why))
                        .increment();
            case CLAIM_UNKNOWN,
                    CURRENCY_DIFFERS,
                    ALREADY_ISSUED,
                    IN_COLLECTION,
                    FEE_NOT_ALLOWED,
                    PAYMENT_UNKNOWN,
                    EXCESS_NOT_HELD,
                    MORE_THAN_OWED -> throw new EventRefused(Codes.of(why));
        }
    }
}
