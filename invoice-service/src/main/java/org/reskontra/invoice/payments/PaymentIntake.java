package org.reskontra.invoice.payments;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.invoicing.PaymentReferences;
import org.reskontra.invoice.payments.PaymentViews.PaymentView;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.invoice.wire.Differences;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;

/** Takes payments in, with a few statements however many they are, and says of each what became of it. */
@ApplicationScoped
public class PaymentIntake {

    /** A payment may be booked at most this many days after the tenant's date. */
    private static final int DAYS_AHEAD = 5;

    private static final Set<String> LEFT_TO_US =
            Set.of("state", "allocation", "excess", "partOf", "reversalReason", "reversedOn");

    private final PaymentStore payments;
    private final InvoiceStore invoices;
    private final PaymentDesk desk;
    private final ObjectMapper json;

    PaymentIntake(PaymentStore payments, InvoiceStore invoices, PaymentDesk desk, ObjectMapper json) {
        this.payments = payments;
        this.invoices = invoices;
        this.desk = desk;
        this.json = json;
    }

    /** What became of a payment. */
    public sealed interface Outcome {

        /** On its invoice, or held until there is one. */
        record Taken(PaymentRow payment) implements Outcome {

            public UUID id() {
                return payment.id();
            }

            /** False while it is held. */
            public boolean isMatched() {
                return payment.invoiceId() != null;
            }
        }

        /** It was there before, just as it was sent now. */
        record Known(PaymentRow payment) implements Outcome {}

        record Refused(Problem why) implements Outcome {}
    }

    /**
     * Takes payments in, in their order; refused ones leave no trace.
     *
     * @param wanted without flaws; one with both an invoice and a reference goes to the invoice and keeps the reference,
     *     one with neither is held
     */
    public Uni<List<Outcome>> take(Tx tx, List<NewPayment> wanted) {
        var ids = wanted.stream().map(NewPayment::id).filter(Objects::nonNull).toList();
        return payments.find(tx, ids)
                .chain(existing -> invoices.lock(tx, invoiceIds(wanted), references(wanted))
                        .chain(locked -> new Batch(tx, wanted, existing, locked).take()));
    }

    private static List<UUID> invoiceIds(List<NewPayment> wanted) {
        return wanted.stream()
                .map(NewPayment::invoiceId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> references(List<NewPayment> wanted) {
        return wanted.stream()
                .map(NewPayment::reference)
                .filter(Objects::nonNull)
                .map(PaymentReferences::normalised)
                .toList();
    }

    private final class Batch {

        private final Tx tx;
        private final List<NewPayment> wanted;
        private final Map<UUID, PaymentRow> existing = new HashMap<>();
        private final Map<UUID, InvoiceRow> byId = new HashMap<>();
        private final Map<String, InvoiceRow> byReference = new HashMap<>();

        Batch(Tx tx, List<NewPayment> wanted, List<PaymentRow> existing, List<InvoiceRow> locked) {
            this.tx = tx;
            this.wanted = wanted;
            existing.forEach(payment -> this.existing.put(payment.id(), payment));
            locked.forEach(invoice -> {
                byId.put(invoice.id(), invoice);
                byReference.put(invoice.paymentReference(), invoice);
            });
        }

        Uni<List<Outcome>> take() {
            List<@Nullable Outcome> outcomes = new ArrayList<>();
            var takings = new ArrayList<PaymentDesk.Taking>();
            var ids = new HashSet<UUID>();
            for (var payment : wanted) {
                var row = row(payment);
                var early = ids.add(row.id()) ? withoutBooking(payment, row) : repeated(row);
                outcomes.add(early);
                if (early == null) {
                    takings.add(new PaymentDesk.Taking(row, invoice(payment, row)));
                }
            }
            return desk.take(tx, takings).map(taken -> {
                var next = taken.iterator();
                return outcomes.stream()
                        .map(outcome -> outcome == null ? outcome(next.next()) : outcome)
                        .toList();
            });
        }

        private PaymentRow row(NewPayment payment) {
            var reference = payment.reference();
            return PaymentRow.unmatched(
                    payment.id() == null ? Ids.next() : payment.id(),
                    tx.tenantId(),
                    reference == null ? null : PaymentReferences.normalised(reference),
                    payment.amount(),
                    Objects.requireNonNullElse(payment.valueDate(), payment.bookingDate()),
                    payment.bookingDate(),
                    payment.payer());
        }

        /** What becomes of a payment that is not booked; null for one that is. */
        private @Nullable Outcome withoutBooking(NewPayment payment, PaymentRow row) {
            if (payment.bookingDate().isAfter(latestBooking(tx))) {
                return new Outcome.Refused(Problem.refused(
                        "booked-too-far-ahead",
                        "The booking date is too far ahead",
                        "Booked on " + payment.bookingDate() + "; on " + tx.today() + " the latest possible date is "
                                + latestBooking(tx) + "."));
            }
            var there = existing.get(row.id());
            if (there != null) {
                return compared(there, row, payment);
            }
            var invoice = payment.invoiceId();
            return invoice == null || byId.containsKey(invoice)
                    ? null
                    : new Outcome.Refused(Problem.notFound("invoice", new InvoiceId(invoice)));
        }

        private @Nullable InvoiceRow invoice(NewPayment payment, PaymentRow row) {
            return payment.invoiceId() == null ? byReference.get(row.reference()) : byId.get(payment.invoiceId());
        }

        private Outcome compared(PaymentRow there, PaymentRow row, NewPayment payment) {
            var ignored = new HashSet<>(LEFT_TO_US);
            if (payment.invoiceId() == null || there.leftToClerk()) {
                ignored.add("invoiceId");
            }
            var sent = PaymentView.of(row).on(payment.invoiceId());
            var differences = Differences.between(json, PaymentView.of(there.whole()), sent, ignored);
            return differences.fields().isEmpty()
                    ? new Outcome.Known(there)
                    : new Outcome.Refused(Problem.conflict(
                            "payment-differs", "There is another payment with this id", differences.fields()));
        }

        private static Outcome repeated(PaymentRow row) {
            return new Outcome.Refused(
                    Problem.conflict("id-repeated", "The id is repeated", "Another line has the id " + row.id() + "."));
        }

        private static Outcome outcome(PaymentDesk.Taken taken) {
            return switch (taken) {
                case PaymentDesk.Taken.In(var payment) -> new Outcome.Taken(payment);
                case PaymentDesk.Taken.Refused(var payment, var why) -> new Outcome.Refused(refused(payment, why));
            };
        }
    }

    /** The last day that may be told of today. */
    static LocalDate latestBooking(Tx tx) {
        return tx.today().plusDays(DAYS_AHEAD);
    }

    static Problem refused(PaymentRow payment, Refusal why) {
        return Problem.refused(
                Codes.of(why),
                "The payment cannot be booked on this invoice",
                "The payment is of " + payment.amount() + ".");
    }
}
