package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.books.Booking;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimEvent;
import org.reskontra.invoice.claims.ClaimEvent.HandedOver;
import org.reskontra.invoice.claims.ClaimEvent.InterestLeftToReview;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.Issued;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;

/** Books money: on the invoice it is for, or on hold until that invoice is known. */
@ApplicationScoped
class PaymentDesk {

    private final PaymentStore payments;
    private final InvoiceStore invoices;
    private final ClaimDesk claims;
    private final LedgerStore ledger;

    PaymentDesk(PaymentStore payments, InvoiceStore invoices, ClaimDesk claims, LedgerStore ledger) {
        this.payments = payments;
        this.invoices = invoices;
        this.claims = claims;
        this.ledger = ledger;
    }

    /** Takes a new payment in; a null answer says that its id is taken. The invoice, if known, is locked. */
    Uni<@Nullable PaymentRow> take(Tx tx, PaymentRow payment, @Nullable InvoiceRow invoice) {
        if (invoice == null) {
            return hold(tx, payment);
        }
        var ask = ask(payment, invoice.id(), payment.bookingDate(), MoneyFrom.BANK);
        return claims.decide(tx, List.of(invoice), List.of(ask)).chain(done -> {
            var booked = booked(payment, done.getFirst(), payment.version());
            return payments.add(tx, booked).map(added -> added ? booked : null);
        });
    }

    /** Books held payments on their invoices; answers how many. */
    Uni<Integer> match(Tx tx, int limit) {
        return payments.matchable(tx, limit)
                .chain(matches -> matches.isEmpty()
                        ? Uni.createFrom().item(0)
                        : invoices.lock(tx, matches.stream().map(Match::found).collect(Collectors.toSet()))
                                .chain(locked -> match(tx, matches, locked)));
    }

    private Uni<Integer> match(Tx tx, List<Match> matches, List<InvoiceRow> locked) {
        Map<UUID, InvoiceRow> byId = locked.stream().collect(Collectors.toMap(InvoiceRow::id, Function.identity()));
        var asks = matches.stream()
                .map(match -> ask(
                        match.payment(),
                        match.found(),
                        later(
                                match.payment().bookingDate(),
                                byId.get(match.found()).issueDate()),
                        MoneyFrom.HELD))
                .toList();
        return claims.decide(tx, locked, asks).chain(done -> {
            var booked = new ArrayList<PaymentRow>();
            for (int i = 0; i < done.size(); i++) {
                var payment = matches.get(i).payment();
                booked.add(booked(payment, done.get(i), payment.version() + 1));
            }
            return payments.book(tx, booked).replaceWith(booked.size());
        });
    }

    private Uni<@Nullable PaymentRow> hold(Tx tx, PaymentRow payment) {
        return payments.add(tx, payment)
                .chain(added -> added
                        ? ledger.add(
                                        tx,
                                        List.of(Booking.of(
                                                Bookkeeping.unmatched(payment.bookingDate(), payment.amount()),
                                                null,
                                                payment.id())))
                                .replaceWith(payment)
                        : Uni.createFrom().nullItem());
    }

    private static Ask ask(PaymentRow payment, UUID invoice, LocalDate on, MoneyFrom from) {
        return new Ask(invoice, new ReceivePayment(on, payment.receipt(), payment.amount()), from);
    }

    private static PaymentRow booked(PaymentRow payment, ClaimDesk.Done done, long version) {
        return switch (done.decision()) {
            case Refused(var why) ->
                throw Problem.refused(Codes.of(why), "The payment cannot be booked on this invoice", detail(payment));
            case Accepted(var events) -> booked(payment, done.invoice().id(), events, version);
        };
    }

    private static PaymentRow booked(PaymentRow payment, UUID invoice, List<ClaimEvent> events, long version) {
        var zero = Money.zero(payment.currency());
        var allocation = new Allocation(zero, zero, zero);
        var excess = zero;
        for (var event : events) {
            switch (event) {
                case PaymentAllocated allocated -> allocation = allocated.allocation();
                case OverpaymentFound found -> excess = found.excess();
                case Issued _,
                        InterestPosted _,
                        InterestLeftToReview _,
                        ReminderFeePosted _,
                        SettledInFull _,
                        HandedOver _ -> {}
            }
        }
        return payment.booked(invoice, allocation, excess, version);
    }

    private static String detail(PaymentRow payment) {
        return "The payment is of " + payment.amount() + ".";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
