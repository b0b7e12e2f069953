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
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.ClaimDesk.Done;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.suggestions.Payers;
import org.reskontra.invoice.writeoffs.SmallResiduals;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;

/** Books money: on the invoice it is for, or on hold until that invoice is known. */
@ApplicationScoped
class PaymentDesk {

    private final PaymentStore payments;
    private final InvoiceStore invoices;
    private final ClaimDesk claims;
    private final LedgerStore ledger;
    private final SmallResiduals residuals;
    private final Payers payers;

    PaymentDesk(
            PaymentStore payments,
            InvoiceStore invoices,
            ClaimDesk claims,
            LedgerStore ledger,
            SmallResiduals residuals,
            Payers payers) {
        this.payments = payments;
        this.invoices = invoices;
        this.claims = claims;
        this.ledger = ledger;
        this.residuals = residuals;
        this.payers = payers;
    }

    /**
     * A new payment and where it goes.
     *
     * @param invoice locked in this transaction; null while no invoice has its reference
     */
    record Taking(PaymentRow payment, @Nullable InvoiceRow invoice) {}

    /** What became of one. */
    sealed interface Taken {

        record In(PaymentRow payment) implements Taken {}

        record Refused(PaymentRow payment, Refusal why) implements Taken {}
    }

    /** Takes new payments in, in their order. A conflict when one of their ids has been taken meanwhile. */
    Uni<List<Taken>> take(Tx tx, List<Taking> takings) {
        var matched =
                takings.stream().filter(taking -> taking.invoice() != null).toList();
        var locked = matched.stream().map(Taking::invoice).toList();
        var asks = matched.stream()
                .map(taking -> ask(taking.payment(), taking.invoice(), MoneyFrom.BANK))
                .toList();
        return decide(tx, locked, asks).chain(done -> {
            var taken = taken(takings, done);
            return keep(tx, taken).replaceWith(taken);
        });
    }

    private static List<Taken> taken(List<Taking> takings, List<Done> done) {
        Map<UUID, InvoiceRow> after = new HashMap<>();
        done.forEach(one -> after.put(one.invoice().id(), one.invoice()));
        var next = done.iterator();
        return takings.stream()
                .map(taking -> taking.invoice() == null
                        ? new Taken.In(taking.payment())
                        : taken(taking.payment(), next.next(), after))
                .toList();
    }

    private static Taken taken(PaymentRow payment, Done done, Map<UUID, InvoiceRow> after) {
        return switch (done.decision()) {
            case Accepted _ ->
                new Taken.In(booked(payment, after.get(done.invoice().id()), payment.version()));
            case Refused(var why) -> new Taken.Refused(payment, why);
        };
    }

    private Uni<Void> keep(Tx tx, List<Taken> taken) {
        var rows = taken.stream()
                .filter(Taken.In.class::isInstance)
                .map(in -> ((Taken.In) in).payment())
                .toList();
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var held = rows.stream()
                .filter(row -> row.invoiceId() == null)
                .map(row -> Booking.ofMoney(
                        Bookkeeping.unmatched(row.receipt().countsFrom(), row.amount()), null, row.receipt()))
                .toList();
        return payments.add(tx, rows)
                .invoke(added -> {
                    if (added < rows.size()) {
                        // two calls with one id at the same time: undo this one
                        throw Problem.conflict(
                                "payment-under-way", "The payment is under way", "Another call books it; ask again.");
                    }
                })
                .chain(() -> ledger.add(tx, held));
    }

    /** Books held payments on their invoices; answers how many. */
    Uni<Integer> match(Tx tx, int limit) {
        return payments.matchable(tx, limit)
                .chain(matches -> matches.isEmpty()
                        ? Uni.createFrom().item(0)
                        : invoices.lock(tx, matches.stream().map(Match::found).collect(Collectors.toSet()))
                                .chain(locked -> match(tx, matches, locked)));
    }

    /**
     * Books a held payment on the invoice that a clerk says it is for.
     *
     * @param held and the invoice are locked in this transaction
     */
    Uni<Taken> match(Tx tx, PaymentRow held, InvoiceRow invoice) {
        return decide(tx, List.of(invoice), List.of(ask(held, invoice, MoneyFrom.HELD)))
                .chain(done -> switch (done.getFirst().decision()) {
                    case Refused(var why) -> Uni.createFrom().item(new Taken.Refused(held, why));
                    case Accepted _ -> {
                        var row = booked(held, done.getFirst().invoice(), held.version() + 1);
                        yield payments.book(tx, List.of(row)).replaceWith(new Taken.In(row));
                    }
                });
    }

    private Uni<Integer> match(Tx tx, List<Match> matches, List<InvoiceRow> locked) {
        Map<UUID, InvoiceRow> byId = new HashMap<>();
        locked.forEach(invoice -> byId.put(invoice.id(), invoice));
        var asks = matches.stream()
                .map(match -> ask(match.payment(), byId.get(match.found()), MoneyFrom.HELD))
                .toList();
        return decide(tx, locked, asks).chain(done -> {
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
            return payments.book(tx, booked)
                    .chain(() -> payers.learnFrom(
                            tx, booked.stream().map(PaymentRow::id).toList()))
                    .replaceWith(booked.size());
        });
    }

    private Uni<List<Done>> decide(Tx tx, List<InvoiceRow> locked, List<Ask> asks) {
        return claims.decide(tx, locked, asks).call(done -> residuals.forgive(tx, done));
    }

    static Ask ask(PaymentRow payment, InvoiceRow invoice, MoneyFrom from) {
        var on = later(payment.receipt().countsFrom(), invoice.issueDate());
        return new Ask(invoice.id(), new ReceivePayment(on, payment.receipt(), payment.amount()), from);
    }

    /** Held money is refused by no claim: its invoice has the reference and the currency that it came with. */
    private static InvoiceRow accepted(PaymentRow payment, Done done) {
        return switch (done.decision()) {
            case Refused(var why) ->
                throw new IllegalStateException(
                        payment + " cannot be booked on " + done.invoice().id() + ": " + why);
            case Accepted _ -> done.invoice();
        };
    }

    static PaymentRow booked(PaymentRow payment, InvoiceRow invoice, long version) {
        var booked = invoice.history().payment(new PaymentId(payment.id())).orElseThrow();
        return payment.booked(invoice.id(), booked.allocation(), booked.excess(), version);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
