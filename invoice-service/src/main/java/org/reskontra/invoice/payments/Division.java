package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Done;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;

/** Cuts held payments over invoices. What is cut off becomes a payment of its own, on its invoice. */
@ApplicationScoped
class Division {

    private final PaymentStore payments;
    private final ClaimDesk claims;

    Division(PaymentStore payments, ClaimDesk claims) {
        this.payments = payments;
        this.claims = claims;
    }

    /** What goes to an invoice, which is locked in this transaction. */
    record Cut(InvoiceRow invoice, Money amount) {}

    /**
     * A payment after it was cut.
     *
     * @param payment held with what is left, or on the last invoice if nothing is
     */
    record Divided(PaymentRow payment, List<PaymentRow> parts) {}

    /**
     * A refusal of one of the claims is thrown as a problem, which undoes all of it.
     *
     * @param held locked in this transaction
     * @param cuts to different invoices, each of more than nothing, together no more than the payment
     */
    Uni<Divided> divide(Tx tx, PaymentRow held, List<Cut> cuts) {
        var left = cuts.stream().map(Cut::amount).reduce(held.amount(), Money::minus);
        return left.isZero() ? wholly(tx, held, cuts) : partly(tx, held, cuts, left);
    }

    private Uni<Divided> partly(Tx tx, PaymentRow held, List<Cut> cuts, Money left) {
        var lessened = held.lessened(left);
        return payments.lessen(tx, lessened)
                .chain(() -> book(tx, parts(held, cuts), cuts))
                .chain(parts -> payments.add(tx, parts).replaceWith(new Divided(lessened, parts)));
    }

    /** The last of it is the payment itself. */
    private Uni<Divided> wholly(Tx tx, PaymentRow held, List<Cut> cuts) {
        int last = cuts.size() - 1;
        var itself = last == 0 ? held : held.lessened(cuts.get(last).amount());
        var all = new ArrayList<>(parts(held, cuts.subList(0, last)));
        all.add(itself);
        return (last == 0 ? Uni.createFrom().voidItem() : payments.lessen(tx, itself))
                .chain(() -> book(tx, all, cuts))
                .chain(booked -> payments.add(tx, booked.subList(0, last))
                        .chain(() -> payments.book(tx, booked.subList(last, last + 1)))
                        .replaceWith(new Divided(booked.get(last), booked.subList(0, last))));
    }

    private static List<PaymentRow> parts(PaymentRow held, List<Cut> cuts) {
        return cuts.stream().map(cut -> held.part(Ids.next(), cut.amount())).toList();
    }

    private Uni<List<PaymentRow>> book(Tx tx, List<PaymentRow> pieces, List<Cut> cuts) {
        var invoices = cuts.stream().map(Cut::invoice).toList();
        var asks = new ArrayList<ClaimDesk.Ask>();
        for (int i = 0; i < pieces.size(); i++) {
            asks.add(PaymentDesk.ask(pieces.get(i), invoices.get(i), MoneyFrom.HELD));
        }
        return claims.decide(tx, invoices, asks).map(done -> {
            var booked = new ArrayList<PaymentRow>();
            for (int i = 0; i < pieces.size(); i++) {
                booked.add(booked(pieces.get(i), done.get(i)));
            }
            return booked;
        });
    }

    private static PaymentRow booked(PaymentRow piece, Done done) {
        return switch (done.decision()) {
            case Refused(var why) -> throw PaymentIntake.refused(piece, why);
            case Accepted _ -> PaymentDesk.booked(piece, done.invoice(), piece.version() + 1);
        };
    }
}
