package org.reskontra.creditcheck.bookkeeping;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.reskontra.contracts.CollectionEvent;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CaseRegistered;
import org.reskontra.contracts.CollectionEvent.CaseReopened;
import org.reskontra.contracts.CollectionEvent.CollectionDemandSent;
import org.reskontra.contracts.CollectionEvent.CollectionDemandUndeliverable;
import org.reskontra.contracts.CreditEvent;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.DunningEvent.DunningResumed;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.HandedToCollection;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.DunningEvent.ReminderUndeliverable;
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
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.TenantEvent;
import org.reskontra.contracts.Topics;
import org.reskontra.creditcheck.book.BookChange;
import org.reskontra.creditcheck.book.InvoiceEntry;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Delivery;
import org.reskontra.kit.events.EventHandler;

/** Enters what the other services tell about invoices in the book. */
@ApplicationScoped
class BookKeeper implements EventHandler {

    private final BookStore book;

    BookKeeper(BookStore book) {
        this.book = book;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INVOICE_EVENTS, Topics.DUNNING_EVENTS, Topics.COLLECTION_EVENTS);
    }

    /** What an event changes in its invoice's entry. */
    private record News(InvoiceId invoice, CustomerId customer, UnaryOperator<InvoiceEntry> change) {}

    @Override
    public Uni<Void> handle(Tx tx, List<Delivery> batch) {
        var news = new ArrayList<News>();
        batch.forEach(delivery -> news(delivery.event()).ifPresent(news::add));
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var customers = news.stream().map(News::customer).distinct().toList();
        var invoices = news.stream().map(News::invoice).distinct().toList();
        return book.lock(tx, customers).chain(() -> book.entries(tx, invoices)).chain(known -> enter(tx, news, known));
    }

    private Uni<Void> enter(Tx tx, List<News> news, Map<InvoiceId, InvoiceEntry> known) {
        var change = new BookChange();
        var entries = new LinkedHashMap<InvoiceId, InvoiceEntry>();
        for (var one : news) {
            var before = Optional.ofNullable(entries.get(one.invoice()))
                    .or(() -> Optional.ofNullable(known.get(one.invoice())))
                    .orElseGet(() -> InvoiceEntry.unheardOf(one.invoice(), one.customer()));
            var after = one.change().apply(before);
            change.count(before, after);
            entries.put(one.invoice(), after);
        }
        return book.save(tx, entries.values(), change);
    }

    private static Optional<News> news(PublishedEvent event) {
        return switch (event) {
            case InvoiceEvent e -> Optional.of(of(e));
            case DunningEvent e -> of(e);
            case CollectionEvent e -> of(e);
            case CreditEvent _, TenantEvent _ -> Optional.empty();
        };
    }

    private static News of(InvoiceEvent event) {
        var owed = event.outstanding().total();
        return switch (event) {
            case InvoiceIssued e ->
                new News(
                        e.invoice(),
                        e.customer(),
                        entry -> entry.due(e.dueDate()).owing(owed));
            case InvoiceSettled e ->
                new News(
                        e.invoice(),
                        e.customer(),
                        entry -> entry.settled(e.settledOn()).owing(owed));
            case DueDatePassed e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
            case PaymentReceived e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
            case ChargePosted e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
            case ChargeWithdrawn e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
            case PaymentReallocated e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
            case PaymentReversed e -> new News(e.invoice(), e.customer(), entry -> entry.owingAgain(owed));
            case PaymentUnmatched e -> new News(e.invoice(), e.customer(), entry -> entry.owingAgain(owed));
            case InvoiceWrittenOff e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
            case InvoiceCredited e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
            case OverpaymentFound e -> new News(e.invoice(), e.customer(), entry -> entry.owing(owed));
        };
    }

    private static Optional<News> of(DunningEvent event) {
        return switch (event) {
            case HandedToCollection e ->
                Optional.of(new News(e.invoice(), e.customer(), InvoiceEntry::handedToCollection));
            case ReminderSent _, ReminderUndeliverable _, DunningStopped _, DunningResumed _ -> Optional.empty();
        };
    }

    private static Optional<News> of(CollectionEvent event) {
        return switch (event) {
            case CaseClosed e -> Optional.of(new News(e.invoice(), e.customer(), InvoiceEntry::closedByCollection));
            case CaseReopened e -> Optional.of(new News(e.invoice(), e.customer(), InvoiceEntry::reopenedByCollection));
            case CaseRegistered _, CollectionDemandSent _, CollectionDemandUndeliverable _ -> Optional.empty();
        };
    }
}
