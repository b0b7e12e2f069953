package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.BookedPayment;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.ReleaseExcess;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.Claims;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.claims.Receipt;
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.ClaimDesk.Done;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.NamedInvoices;
import org.reskontra.invoice.payments.PaymentRow.PaymentState;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.invoice.writeoffs.SmallResiduals;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;
import org.reskontra.rulebook.Rulebook;

/** Decides what becomes of money that was paid beyond a claim. */
@ApplicationScoped
class OverpaymentDesk {

    private final PaymentStore payments;
    private final OverpaymentStore overpayments;
    private final NamedInvoices invoices;
    private final ClaimDesk claims;
    private final SmallResiduals residuals;

    OverpaymentDesk(
            PaymentStore payments,
            OverpaymentStore overpayments,
            NamedInvoices invoices,
            ClaimDesk claims,
            SmallResiduals residuals) {
        this.payments = payments;
        this.overpayments = overpayments;
        this.invoices = invoices;
        this.claims = claims;
        this.residuals = residuals;
    }

    /** It stays held, by decision. */
    Uni<OverpaymentStore.Overpayment> keep(Tx tx, UUID payment, @Nullable String note) {
        return locked(tx, payment)
                .chain(row -> overpayments.keep(tx, row, note))
                .chain(() -> overpayments.find(tx, new PaymentId(payment)));
    }

    /**
     * Books it on another invoice of the same customer, from the day on which the money counted.
     *
     * @param wanted null: as much as that invoice takes
     */
    Uni<PaymentRow> move(Tx tx, UUID payment, UUID invoice, @Nullable Money wanted) {
        // who corrects a claim takes the invoice before its payments: the same order here
        return payments.find(tx, new PaymentId(payment))
                .map(row -> there(row, payment))
                .chain(row -> invoices.lock(tx, List.of(row.invoiceId(), invoice)))
                .chain(named -> locked(tx, payment).chain(row -> {
                    var source = named.get(row.invoiceId());
                    var target = named.get(invoice);
                    requireOtherOfSameCustomer(source, target);
                    return move(tx, row, source, target, wanted);
                }));
    }

    private Uni<PaymentRow> move(Tx tx, PaymentRow row, InvoiceRow source, InvoiceRow target, @Nullable Money wanted) {
        var from = source.history().payment(new PaymentId(row.id())).orElseThrow();
        var id = Ids.next();
        var receipt = new Receipt(new PaymentId(id), row.valueDate(), row.bookingDate());
        var on = later(from.on(), target.issueDate());
        var amount = amount(from, target, new ReceivePayment(on, receipt, offered(from, wanted)), wanted);
        var asks = List.of(
                new Ask(
                        source.id(),
                        new ReleaseExcess(tx.today(), from.receipt().payment(), amount),
                        MoneyFrom.HELD),
                new Ask(target.id(), new ReceivePayment(on, receipt, amount), MoneyFrom.HELD));
        return claims.decide(tx, List.of(source, target), asks)
                .call(done -> residuals.forgive(tx, done))
                .chain(done -> {
                    done.forEach(OverpaymentDesk::requireAccepted);
                    var booked = PaymentRow.unmatched(
                                    id, tx.tenantId(), null, amount, row.valueDate(), row.bookingDate(), row.payer())
                            .movedFrom(row.id())
                            .booked(target.id(), allocation(done.getLast(), receipt), Money.zero(amount.currency()), 1);
                    return payments.add(tx, List.of(booked))
                            .chain(() -> overpayments.release(tx, List.of(row), Map.of(row.id(), amount)))
                            .replaceWith(booked);
                });
    }

    private static Money offered(BookedPayment from, @Nullable Money wanted) {
        if (wanted != null
                && (!wanted.currency().equals(from.excess().currency()) || wanted.compareTo(from.excess()) > 0)) {
            throw refused(Refusal.EXCESS_NOT_HELD, "Of the payment " + from.excess() + " are held.");
        }
        return wanted == null ? from.excess() : wanted;
    }

    /** What the target takes of what is offered; nothing is to be too much there in its turn. */
    private static Money amount(BookedPayment from, InvoiceRow target, ReceivePayment offer, @Nullable Money wanted) {
        var decision = Claims.decide(Rulebook.standard().pack(target.country()), target.claimState(), offer);
        var covered = switch (decision) {
            case Refused(var why) -> throw refused(why, "The invoice does not take this money.");
            case Accepted(var events) ->
                events.stream()
                        .filter(PaymentAllocated.class::isInstance)
                        .map(event -> ((PaymentAllocated) event).allocation().total())
                        .reduce(Money.zero(from.excess().currency()), Money::plus);
        };
        if (covered.isZero()) {
            throw refused(Refusal.CLAIM_SETTLED, "Nothing is owed on the invoice.");
        }
        if (wanted != null && covered.compareTo(wanted) < 0) {
            throw refused(Refusal.MORE_THAN_OWED, "The invoice takes " + covered + ".");
        }
        return covered;
    }

    private Uni<PaymentRow> locked(Tx tx, UUID payment) {
        return payments.lock(tx, new PaymentId(payment)).map(row -> there(row, payment));
    }

    private static PaymentRow there(@Nullable PaymentRow row, UUID payment) {
        if (row == null || row.state() != PaymentState.BOOKED || row.excessMinor() == 0) {
            throw Problem.notFound("overpayment", new PaymentId(payment));
        }
        return row;
    }

    private static void requireOtherOfSameCustomer(InvoiceRow source, InvoiceRow target) {
        if (source.id().equals(target.id())) {
            throw Problem.refused("same-invoice", "It is this invoice's", "Name another invoice than the paid one.");
        }
        if (!source.customerId().equals(target.customerId())) {
            throw Problem.refused(
                    "other-customer", "The invoice is another customer's", "Money moves between one customer's own.");
        }
    }

    private static Allocation allocation(Done done, Receipt receipt) {
        return done.invoice().history().payment(receipt.payment()).orElseThrow().allocation();
    }

    private static void requireAccepted(Done done) {
        if (done.decision() instanceof Refused(var why)) {
            throw refused(why, "The money could not be moved.");
        }
    }

    private static Problem refused(Refusal why, String detail) {
        return Problem.refused(Codes.of(why), "The money cannot be moved", detail);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
