package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.books.Booking;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.ClaimDesk.Done;
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
        return claims.decide(tx, List.of(invoice), List.of(ask(payment, invoice, MoneyFrom.BANK)))
                .chain(done -> {
                    var booked = booked(payment, accepted(payment, done.getFirst()), payment.version());
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
        Map<UUID, InvoiceRow> byId = new HashMap<>();
        locked.forEach(invoice -> byId.put(invoice.id(), invoice));
        var asks = matches.stream()
                .map(match -> ask(match.payment(), byId.get(match.found()), MoneyFrom.HELD))
                .toList();
        return claims.decide(tx, locked, asks).chain(done -> {
            for (int i = 0; i < done.size(); i++) {
                var invoice = accepted(matches.get(i).payment(), done.get(i));
                byId.put(invoice.id(), invoice);
            }
            var booked = matches.stream()
                    .map(match -> booked(
                            match.payment(),
                            byId.get(match.found()),
                            match.payment().version() + 1))
                    .toList();
            return payments.book(tx, booked).replaceWith(booked.size());
        });
    }

    private Uni<@Nullable PaymentRow> hold(Tx tx, PaymentRow payment) {
        return payments.add(tx, payment)
                .chain(added -> added
                        ? ledger.add(
                                        tx,
                                        List.of(Booking.of(
                                                Bookkeeping.unmatched(
                                                        payment.receipt().countsFrom(), payment.amount()),
                                                null,
                                                payment.id())))
                                .replaceWith(payment)
                        : Uni.createFrom().nullItem());
    }

    private static Ask ask(PaymentRow payment, InvoiceRow invoice, MoneyFrom from) {
        var on = later(payment.receipt().countsFrom(), invoice.issueDate());
        return new Ask(invoice.id(), new ReceivePayment(on, payment.receipt(), payment.amount()), from);
    }

    private static InvoiceRow accepted(PaymentRow payment, Done done) {
        return switch (done.decision()) {
            case Refused(var why) ->
                throw Problem.refused(Codes.of(why), "The payment cannot be booked on this invoice", detail(payment));
            case Accepted _ -> done.invoice();
        };
    }

    private static PaymentRow booked(PaymentRow payment, InvoiceRow invoice, long version) {
        var booked = invoice.history().payment(new PaymentId(payment.id())).orElseThrow();
        return payment.booked(invoice.id(), booked.allocation(), booked.excess(), version);
    }

    private static String detail(PaymentRow payment) {
        return "The payment is of " + payment.amount() + ".";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
