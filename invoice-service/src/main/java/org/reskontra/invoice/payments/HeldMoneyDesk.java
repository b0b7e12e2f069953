package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.ReleaseExcess;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Receipt;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.ClaimDesk.Done;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.payments.PaymentRow.PaymentState;
import org.reskontra.kit.db.Tx;

/** Finds and lets go what is held of payments: the excess of those on an invoice, and the whole of those that are on none. */
@ApplicationScoped
public class HeldMoneyDesk {

    private final PaymentStore payments;
    private final OverpaymentStore overpayments;
    private final InvoiceStore invoices;
    private final ClaimDesk claims;

    HeldMoneyDesk(PaymentStore payments, OverpaymentStore overpayments, InvoiceStore invoices, ClaimDesk claims) {
        this.payments = payments;
        this.overpayments = overpayments;
        this.invoices = invoices;
        this.claims = claims;
    }

    /**
     * Money of one payment.
     *
     * @param invoice the one it is too much for; null: it is on none
     */
    public record Held(Receipt receipt, @Nullable UUID invoice, Money amount) {

        static Held of(PaymentRow row) {
            var amount = switch (row.state()) {
                case BOOKED -> row.money(row.excessMinor());
                case UNMATCHED -> row.amount();
                case REVERSED, REFUNDED -> row.money(0);
            };
            return new Held(row.receipt(), row.invoiceId(), amount);
        }

        /** Whether that much of it can go: of money on no invoice, all or nothing. */
        public boolean covers(Money wanted) {
            return wanted.currency().equals(amount.currency())
                    && (invoice == null ? wanted.equals(amount) : wanted.compareTo(amount) <= 0);
        }
    }

    /** What is to go of a payment. */
    public record Wanted(PaymentId payment, Money amount) {}

    /** What is held of a payment; null: there is no such payment. */
    public Uni<@Nullable Held> find(Tx tx, PaymentId payment) {
        return payments.find(tx, payment).map(row -> row == null ? null : Held.of(row));
    }

    /**
     * Lets money go that leaves the creditor; answers of which payments. What is not held any more stays out.
     *
     * @param wanted each of another payment
     */
    public Uni<List<Held>> release(Tx tx, List<Wanted> wanted) {
        Map<UUID, Money> amounts = new HashMap<>();
        wanted.forEach(one -> amounts.put(one.payment().value(), one.amount()));
        return locked(tx, List.copyOf(amounts.keySet())).chain(locked -> {
            var there = locked.payments().stream()
                    .filter(row -> Held.of(row).covers(amounts.get(row.id())))
                    .filter(locked::holdsInvoiceOf)
                    .toList();
            var unmatched = there.stream()
                    .filter(row -> row.state() == PaymentState.UNMATCHED)
                    .toList();
            return ask(tx, locked.invoices(), there, amounts).chain(done -> {
                var released = released(there, done);
                released.addAll(unmatched);
                return overpayments
                        .release(tx, released, amounts)
                        .replaceWith(released.stream()
                                .map(row -> new Held(row.receipt(), row.invoiceId(), amounts.get(row.id())))
                                .toList());
            });
        });
    }

    private record Locked(List<InvoiceRow> invoices, List<PaymentRow> payments) {

        boolean holdsInvoiceOf(PaymentRow payment) {
            return payment.invoiceId() == null
                    || invoices.stream().anyMatch(invoice -> invoice.id().equals(payment.invoiceId()));
        }
    }

    /**
     * Locks payments in the order of everybody else, so that nobody waits in a circle: who matches takes the payment
     * before the invoice, and who corrects takes the invoice before its payments.
     */
    private Uni<Locked> locked(Tx tx, List<UUID> ids) {
        return payments.find(tx, ids).chain(found -> {
            var unmatched = found.stream()
                    .filter(row -> row.invoiceId() == null)
                    .map(PaymentRow::id)
                    .toList();
            var owners = found.stream()
                    .map(PaymentRow::invoiceId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return payments.lockAll(tx, unmatched)
                    .chain(() -> invoices.lock(tx, owners))
                    .chain(rows -> payments.lockAll(tx, ids).map(all -> new Locked(rows, all)));
        });
    }

    private Uni<List<Done>> ask(Tx tx, List<InvoiceRow> locked, List<PaymentRow> there, Map<UUID, Money> amounts) {
        var asks = new ArrayList<Ask>();
        for (var row : there) {
            if (row.invoiceId() != null) {
                asks.add(new Ask(
                        row.invoiceId(),
                        new ReleaseExcess(tx.today(), new PaymentId(row.id()), amounts.get(row.id())),
                        MoneyFrom.HELD));
            }
        }
        return asks.isEmpty() ? Uni.createFrom().item(List.of()) : claims.decide(tx, locked, asks);
    }

    private static List<PaymentRow> released(List<PaymentRow> there, List<Done> done) {
        Set<UUID> accepted = new HashSet<>();
        for (var one : done) {
            if (one.decision() instanceof Accepted && one.ask().command() instanceof ReleaseExcess release) {
                accepted.add(release.payment().value());
            }
        }
        var released = new ArrayList<PaymentRow>();
        there.stream().filter(row -> accepted.contains(row.id())).forEach(released::add);
        return released;
    }
}
