package org.reskontra.collection.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.cases.CaseFile;
import org.reskontra.collection.cases.CaseStore;
import org.reskontra.collection.process.CaseCommand.NoteBalance;
import org.reskontra.collection.process.CaseProcess;
import org.reskontra.collection.process.Change;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.InvoiceEvent.InvoiceCredited;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceEvent.InvoiceWrittenOff;
import org.reskontra.contracts.InvoiceEvent.OverpaymentFound;
import org.reskontra.contracts.InvoiceEvent.PaymentReallocated;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceEvent.PaymentReversed;
import org.reskontra.contracts.InvoiceEvent.PaymentUnmatched;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Delivery;
import org.reskontra.kit.events.EventHandler;

/** Notes what is owed on every invoice, and tells the cases of those that have one. */
@ApplicationScoped
class InvoiceNews implements EventHandler {

    private final Standings standings;
    private final CaseStore cases;

    InvoiceNews(Standings standings, CaseStore cases) {
        this.standings = standings;
        this.cases = cases;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INVOICE_EVENTS);
    }

    private record News(InvoiceId invoice, long version, InvoiceEvent event, String cause) {}

    @Override
    public Uni<Void> handle(Tx tx, List<Delivery> batch) {
        var news = news(batch);
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var invoices = news.stream().map(News::invoice).distinct().toList();
        return standings
                .lock(tx, invoices)
                .chain(known -> cases.lockByInvoice(tx, invoices).chain(files -> {
                    note(tx, news, known, files);
                    return standings.save(tx, known.values()).chain(() -> cases.save(tx, files.values()));
                }));
    }

    private static List<News> news(List<Delivery> batch) {
        var news = new ArrayList<News>();
        for (var delivery : batch) {
            if (delivery.event() instanceof InvoiceEvent event) {
                var envelope = delivery.envelope();
                news.add(new News(
                        event.invoice(),
                        envelope.aggregateVersion(),
                        event,
                        envelope.id().toString()));
            }
        }
        return news;
    }

    private static void note(
            Tx tx, List<News> news, Map<InvoiceId, Standing> standings, Map<InvoiceId, CaseFile> files) {
        for (var one : news) {
            var standing = standings.get(one.invoice()).after(one.version(), one.event());
            standings.put(one.invoice(), standing);
            var file = files.get(one.invoice());
            if (file != null) {
                file.ask(command(tx, one.event(), standing, file), one.cause());
            }
        }
    }

    private static NoteBalance command(Tx tx, InvoiceEvent event, Standing standing, CaseFile file) {
        var dueDate = CaseProcess.claim(file.state()).orElseThrow().dueDate();
        return new NoteBalance(on(tx, event), change(event), amount(event), standing.balance(dueDate));
    }

    private static LocalDate on(Tx tx, InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued e -> e.issueDate();
            case DueDatePassed e -> e.dueDate().plusDays(1);
            case PaymentReceived e -> e.countsFrom();
            case ChargePosted e -> e.on();
            case ChargeWithdrawn _, PaymentReallocated _, PaymentReversed _, PaymentUnmatched _, InvoiceCredited _ ->
                tx.today();
            case InvoiceSettled e -> e.settledOn();
            case InvoiceWrittenOff e -> e.on();
            case OverpaymentFound _ -> tx.today();
        };
    }

    private static Change change(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued _, DueDatePassed _ -> Change.NONE;
            case PaymentReceived _ -> Change.PAYMENT;
            case ChargePosted e ->
                switch (e.kind()) {
                    case REMINDER_FEE -> Change.REMINDER_FEE;
                    case LATE_INTEREST -> Change.LATE_INTEREST;
                };
            case ChargeWithdrawn _ -> Change.CHARGE_WITHDRAWN;
            case PaymentReallocated _ -> Change.PAYMENT_REALLOCATED;
            case PaymentReversed _ -> Change.PAYMENT_REVERSED;
            case PaymentUnmatched _ -> Change.PAYMENT_UNMATCHED;
            case InvoiceSettled _ -> Change.SETTLED;
            case InvoiceWrittenOff _ -> Change.WRITTEN_OFF;
            case InvoiceCredited _ -> Change.CREDITED;
            case OverpaymentFound _ -> Change.OVERPAYMENT;
        };
    }

    private static @Nullable Money amount(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued _, DueDatePassed _, InvoiceSettled _ -> null;
            case PaymentReceived e -> e.amount();
            case ChargePosted e -> e.amount();
            case ChargeWithdrawn e -> e.amount();
            case PaymentReallocated e -> e.allocation().total();
            case PaymentReversed e -> e.allocation().total();
            case PaymentUnmatched e -> e.allocation().total();
            case OverpaymentFound e -> e.amount();
            case InvoiceWrittenOff e -> e.amount();
            case InvoiceCredited e -> e.amount();
        };
    }
}
