package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.UnmatchReason;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.books.Booking;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.payments.PaymentRow.PaymentState;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;

/** Takes payments off their invoices again: money that the bank took back, and money that was matched wrongly. */
@ApplicationScoped
class TakeBackDesk {

    private final PaymentStore payments;
    private final InvoiceStore invoices;
    private final ClaimDesk claims;
    private final LedgerStore ledger;

    TakeBackDesk(PaymentStore payments, InvoiceStore invoices, ClaimDesk claims, LedgerStore ledger) {
        this.payments = payments;
        this.invoices = invoices;
        this.claims = claims;
        this.ledger = ledger;
    }

    /**
     * The payment, locked; its invoice before it if it is on one, because news of that invoice may move what it covers.
     */
    Uni<PaymentRow> lock(Tx tx, PaymentId id) {
        return payments.find(tx, id)
                .map(row -> known(row, id))
                .chain(before -> invoiceOf(tx, before)
                        .chain(() -> payments.lock(tx, id))
                        .map(now -> sameInvoice(before, known(now, id))));
    }

    private static PaymentRow known(@Nullable PaymentRow row, PaymentId id) {
        if (row == null) {
            throw Problem.notFound("payment", id);
        }
        return row;
    }

    private Uni<?> invoiceOf(Tx tx, PaymentRow payment) {
        return payment.state() == PaymentState.BOOKED
                ? invoices.lock(tx, List.of(payment.invoiceId()))
                : Uni.createFrom().voidItem();
    }

    private static PaymentRow sameInvoice(PaymentRow before, PaymentRow now) {
        if (now.state() == PaymentState.BOOKED && !now.invoiceId().equals(before.invoiceId())) {
            throw Problem.conflict(
                    "payment-under-way", "The payment is under way", "Another call has just matched it; ask again.");
        }
        return now;
    }

    /**
     * The bank took the money back.
     *
     * @param payment booked or held, and locked in this transaction
     */
    Uni<PaymentRow> reverse(Tx tx, PaymentRow payment, ReversalReason reason, LocalDate on) {
        var reversed = payment.reversed(reason, on);
        if (payment.movedFrom() != null) {
            throw Problem.conflict(
                    "payment-moved",
                    "The money came with another payment",
                    "It was moved here from an overpayment; the bank takes back the payment it came with.");
        }
        var booked = switch (payment.state()) {
            case BOOKED -> offItsInvoice(tx, payment, on, new Why.Reversed(reason));
            case UNMATCHED -> ledger.add(tx, List.of(returned(payment, on)));
            case REVERSED, REFUNDED -> throw isGone(payment);
        };
        return booked.chain(() -> payments.takeBack(tx, reversed)).replaceWith(reversed);
    }

    /**
     * The money is for something else; it stays here.
     *
     * @param payment booked, and locked in this transaction
     */
    Uni<PaymentRow> unmatch(Tx tx, PaymentRow payment, UnmatchReason reason) {
        var held = payment.unmatched();
        return offItsInvoice(tx, payment, tx.today(), new Why.Unmatched(reason))
                .chain(() -> payments.takeBack(tx, held))
                .replaceWith(held);
    }

    /** Of a payment whose money is not here any more. */
    static Problem isGone(PaymentRow payment) {
        return payment.state() == PaymentState.REFUNDED ? isRefunded() : isReversed(payment);
    }

    private static Problem isRefunded() {
        return Problem.conflict(
                "payment-refunded", "The payment is refunded", "Its money has gone back to who paid it.");
    }

    private static Problem isReversed(PaymentRow payment) {
        return Problem.conflict(
                "payment-reversed",
                "The payment is reversed",
                "The bank took it back on " + payment.reversedOn() + ".");
    }

    private Uni<Void> offItsInvoice(Tx tx, PaymentRow payment, LocalDate on, Why why) {
        var command = new TakeBackPayment(on, payment.receipt().payment(), payment.amount(), why);
        return invoices.lock(tx, List.of(payment.invoiceId()))
                .chain(locked ->
                        claims.decide(tx, locked, List.of(new Ask(payment.invoiceId(), command, MoneyFrom.BANK))))
                .invoke(done -> {
                    switch (done.getFirst().decision()) {
                        case Accepted _ -> {}
                        case Refused(var refusal) -> throw refused(payment, refusal);
                    }
                })
                .replaceWithVoid();
    }

    private static Booking returned(PaymentRow payment, LocalDate on) {
        var receipt = payment.receipt();
        return Booking.ofMoneyTakenBack(
                Bookkeeping.returned(receipt.countsFrom(), payment.amount()), null, receipt, on);
    }

    private static RuntimeException refused(PaymentRow payment, Refusal why) {
        return switch (why) {
            case EXCESS_NOT_HELD ->
                Problem.conflict(
                        Codes.of(why),
                        "Part of the payment is not held any more",
                        "Of the " + payment.amount() + " a part was given back or moved to another invoice. Take that"
                                + " back first, then this.");
            case CLAIM_UNKNOWN,
                    CURRENCY_DIFFERS,
                    ALREADY_ISSUED,
                    CLAIM_SETTLED,
                    IN_COLLECTION,
                    FEE_NOT_ALLOWED,
                    MORE_THAN_INVOICED,
                    MORE_THAN_OWED,
                    PAYMENT_UNKNOWN ->
                new IllegalStateException(payment + " is booked and cannot leave its invoice: " + why);
        };
    }
}
