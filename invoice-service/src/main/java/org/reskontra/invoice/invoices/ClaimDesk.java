package org.reskontra.invoice.invoices;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.invoice.Published;
import org.reskontra.invoice.books.Booking;
import org.reskontra.invoice.books.InterestCalculation;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand;
import org.reskontra.invoice.claims.ClaimEvent;
import org.reskontra.invoice.claims.ClaimEvent.Credited;
import org.reskontra.invoice.claims.ClaimEvent.ExcessReleased;
import org.reskontra.invoice.claims.ClaimEvent.HandedOver;
import org.reskontra.invoice.claims.ClaimEvent.InterestLeftToReview;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Issued;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentTakenBack;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Reopened;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffCorrected;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffRecovered;
import org.reskontra.invoice.claims.ClaimEvent.WrittenOff;
import org.reskontra.invoice.claims.Claims;
import org.reskontra.invoice.claims.Decision;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.outbox.Outbox;
import org.reskontra.rulebook.Rulebook;

/**
 * Where commands meet claims: decides each on the claim as it stands, then writes rows, ledger and news, one statement
 * each however many commands there are.
 */
@ApplicationScoped
public class ClaimDesk {

    private final InvoiceStore invoices;
    private final LedgerStore ledger;
    private final Reallocations reallocations;
    private final Outbox outbox;

    ClaimDesk(InvoiceStore invoices, LedgerStore ledger, Reallocations reallocations, Outbox outbox) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.reallocations = reallocations;
        this.outbox = outbox;
    }

    /** A command to one of the locked invoices. */
    public record Ask(UUID invoice, ClaimCommand command, MoneyFrom moneyFrom) {}

    /** The answer, and the invoice after it. */
    public record Done(Ask ask, Decision decision, InvoiceRow invoice) {}

    /**
     * Decides commands in their order, several on one invoice included.
     *
     * @param locked every invoice that is asked, locked in this transaction
     */
    public Uni<List<Done>> decide(Tx tx, List<InvoiceRow> locked, List<Ask> asks) {
        Map<UUID, InvoiceRow> now = new LinkedHashMap<>();
        locked.forEach(row -> now.put(row.id(), row));
        Map<UUID, InvoiceRow> changed = new LinkedHashMap<>();
        var bookings = new ArrayList<Booking>();
        var news = new ArrayList<InvoiceEvent>();
        var moved = new ArrayList<PaymentReallocated>();
        var done = new ArrayList<Done>();
        for (var ask : asks) {
            var row = now.get(ask.invoice());
            if (row == null) {
                throw new IllegalArgumentException("invoice " + ask.invoice() + " is asked and not locked");
            }
            var before = row.claimState();
            var decision = Claims.decide(Rulebook.standard().pack(row.country()), before, ask.command());
            switch (decision) {
                case Refused _ -> {}
                case Accepted(var events) -> {
                    var after = before;
                    for (var event : events) {
                        after = Claims.evolve(after, event);
                        book(row, event, ask.moneyFrom(), bookings);
                        if (event instanceof PaymentReallocated one) {
                            moved.add(one);
                        }
                    }
                    news.addAll(Published.from(row.invoiceId(), row.customer(), before, events));
                    if (!after.equals(before)) {
                        row = row.after(after, settledOn(events));
                        now.put(row.id(), row);
                        changed.put(row.id(), row);
                    }
                }
            }
            done.add(new Done(ask, decision, row));
        }
        return write(tx, changed, bookings, news)
                .chain(() -> reallocations.save(tx, moved))
                .replaceWith(done);
    }

    private Uni<Void> write(Tx tx, Map<UUID, InvoiceRow> changed, List<Booking> bookings, List<InvoiceEvent> news) {
        var rows = changed.isEmpty() ? Uni.createFrom().voidItem() : invoices.change(tx, changed.values());
        return rows.chain(() -> ledger.add(tx, bookings)).chain(() -> outbox.add(tx, news));
    }

    private static void book(InvoiceRow row, ClaimEvent event, MoneyFrom from, List<Booking> bookings) {
        Bookkeeping.of(event, from).ifPresent(posting -> bookings.add(booking(row, event, posting)));
    }

    private static Booking booking(InvoiceRow row, ClaimEvent event, Posting posting) {
        return switch (event) {
            case InterestPosted e ->
                Booking.charge(
                        posting, row.id(), e.on(), e.computed().trace().ruleId(), InterestCalculation.of(e.computed()));
            case ReminderFeePosted e -> Booking.charge(posting, row.id(), null, e.ruleId(), null);
            case InterestWithdrawn e -> Booking.charge(posting, row.id(), e.on(), e.ruleId(), null);
            case ReminderFeeWithdrawn e -> Booking.charge(posting, row.id(), null, e.ruleId(), null);
            case PaymentReallocated e -> Booking.ofMoney(posting, row.id(), e.receipt());
            case PaymentAllocated e -> Booking.ofMoney(posting, row.id(), e.receipt());
            case OverpaymentFound e -> Booking.ofMoney(posting, row.id(), e.receipt());
            case PaymentTakenBack e -> Booking.ofMoneyTakenBack(posting, row.id(), e.receipt(), e.takenOn());
            case WriteOffRecovered e -> Booking.ofMoney(posting, row.id(), e.receipt());
            case Credited e -> Booking.on(e.note().issueDate(), posting, row.id());
            case Issued _,
                    InterestLeftToReview _,
                    ReminderFeeWaived _,
                    SettledInFull _,
                    Reopened _,
                    HandedOver _,
                    ExcessReleased _,
                    WrittenOff _,
                    WriteOffCorrected _ -> Booking.of(posting, row.id());
        };
    }

    private static @Nullable LocalDate settledOn(List<ClaimEvent> events) {
        return events.stream()
                .filter(SettledInFull.class::isInstance)
                .map(ClaimEvent::on)
                .findFirst()
                .orElse(null);
    }
}
