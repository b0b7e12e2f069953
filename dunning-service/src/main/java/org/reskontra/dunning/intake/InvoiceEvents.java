package org.reskontra.dunning.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.OverpaymentFound;
import org.reskontra.contracts.InvoiceEvent.PaymentReallocated;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.Topics;
import org.reskontra.dunning.cases.CaseHandler;
import org.reskontra.dunning.cases.CaseHandler.Told;
import org.reskontra.dunning.cases.CommandRefused;
import org.reskontra.dunning.ladder.CaseCommand;
import org.reskontra.dunning.ladder.CaseCommand.NoteCorrection;
import org.reskontra.dunning.ladder.CaseCommand.NoteDueDatePassed;
import org.reskontra.dunning.ladder.CaseCommand.NoteSettled;
import org.reskontra.dunning.ladder.CaseCommand.NoteStanding;
import org.reskontra.dunning.ladder.CaseCommand.Open;
import org.reskontra.dunning.ladder.Terms;
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
        return new Told(event.invoice(), command(tx, event), delivery.envelope().aggregateVersion());
    }

    private CaseCommand command(Tx tx, InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued e -> new Open(tx.today(), terms(e), e.outstanding());
            case DueDatePassed e -> new NoteDueDatePassed(tx.today(), e.outstanding());
            case PaymentReceived e -> new NoteStanding(e.countsFrom(), e.outstanding(), null);
            case ChargePosted e -> new NoteStanding(e.on(), e.outstanding(), e.interestThrough());
            case ChargeWithdrawn e -> new NoteCorrection(tx.today(), e.outstanding(), e.interestThrough());
            case PaymentReallocated e -> new NoteCorrection(tx.today(), e.outstanding(), null);
            case OverpaymentFound e -> new NoteStanding(tx.today(), e.outstanding(), null);
            case InvoiceSettled e -> new NoteSettled(e.settledOn(), e.outstanding());
        };
    }

    private Terms terms(InvoiceIssued e) {
        var policy = policies.standardFor(e.country())
                .orElseThrow(() -> new EventRefused("there is no dunning policy for " + e.country()));
        return new Terms(
                e.invoice(),
                e.customer(),
                e.number(),
                e.country(),
                e.debtorKind(),
                e.gross(),
                e.issueDate(),
                e.dueDate(),
                e.paymentReference(),
                e.interest(),
                e.reminderFeeAgreed(),
                policy.ref(),
                law.of(e.country()).id());
    }
}
