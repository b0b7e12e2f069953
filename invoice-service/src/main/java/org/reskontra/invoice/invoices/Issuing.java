package org.reskontra.invoice.invoices;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.invoice.books.Booking;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.customers.CustomerRow;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.Numbering;
import org.reskontra.invoice.invoicing.PaymentReferences;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.outbox.Outbox;

/**
 * Issues invoices: number, row, ledger and news in one transaction, and one statement each however many there are.
 */
@ApplicationScoped
public class Issuing {

    private final InvoiceStore invoices;
    private final LedgerStore ledger;
    private final Outbox outbox;

    Issuing(InvoiceStore invoices, LedgerStore ledger, Outbox outbox) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * An invoice that may be issued.
     *
     * @param actor who issues it
     */
    public record Ready(UUID id, CustomerRow customer, InvoiceDraft draft, Totals totals, String actor) {}

    /**
     * What became of it.
     *
     * @param issued false: its id, its number or its payment reference is taken
     */
    public record Outcome(InvoiceRow invoice, boolean issued) {}

    /** Issues invoices in their order; those that are taken are left out, the others are issued all the same. */
    public Uni<List<Outcome>> issue(Tx tx, List<Ready> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return numbered(tx, batch)
                .chain(rows -> invoices.add(tx, rows).chain(added -> {
                    var ids = new HashSet<>(added);
                    var outcomes = rows.stream()
                            .map(row -> new Outcome(row, ids.contains(row.id().toString())))
                            .toList();
                    var issued = outcomes.stream()
                            .filter(Outcome::issued)
                            .map(Outcome::invoice)
                            .toList();
                    return ledger.add(tx, bookings(batch, outcomes))
                            .chain(() -> outbox.add(
                                    tx, issued.stream().map(Issuing::published).toList()))
                            .replaceWith(outcomes);
                }));
    }

    private Uni<List<InvoiceRow>> numbered(Tx tx, List<Ready> batch) {
        int numbers = (int)
                batch.stream().filter(ready -> ready.draft().number().isEmpty()).count();
        int references = (int) batch.stream().filter(Issuing::needsReference).count();
        var places = numbers + references == 0
                ? Uni.createFrom().item(new InvoiceStore.Places(0, 0))
                : invoices.takePlaces(tx, numbers, references);
        return places.map(last -> {
            long number = last.lastNumber() - numbers;
            long reference = last.lastReference() - references;
            var rows = new ArrayList<InvoiceRow>();
            for (var ready : batch) {
                var given = ready.draft().paymentReference().map(PaymentReferences::normalised);
                if (ready.draft().number().isEmpty()) {
                    number++;
                    rows.add(row(
                            tx,
                            ready,
                            Numbering.ofSeries(number),
                            given.orElse(PaymentReferences.ofOwnNumber(number))));
                } else {
                    var own = ready.draft().number().get();
                    if (needsReference(ready)) {
                        reference++;
                        rows.add(row(tx, ready, own, PaymentReferences.ofForeignNumber(reference)));
                    } else {
                        rows.add(row(
                                tx,
                                ready,
                                own,
                                given.or(() -> PaymentReferences.carriedBy(own)).orElseThrow()));
                    }
                }
            }
            return rows;
        });
    }

    private static boolean needsReference(Ready ready) {
        var draft = ready.draft();
        return draft.paymentReference().isEmpty()
                && draft.number().isPresent()
                && PaymentReferences.carriedBy(draft.number().get()).isEmpty();
    }

    private static InvoiceRow row(Tx tx, Ready ready, String number, String reference) {
        return InvoiceRow.issued(
                ready.id(), tx.tenantId(), number, reference, ready.customer(), ready.draft(), ready.totals());
    }

    private static List<Booking> bookings(List<Ready> batch, List<Outcome> outcomes) {
        var bookings = new ArrayList<Booking>();
        for (int i = 0; i < batch.size(); i++) {
            var outcome = outcomes.get(i);
            if (outcome.issued()) {
                bookings.add(booking(outcome.invoice()).by(batch.get(i).actor()));
            }
        }
        return bookings;
    }

    private static Booking booking(InvoiceRow row) {
        return Booking.of(posting(row), row.id());
    }

    private static Posting posting(InvoiceRow row) {
        return Bookkeeping.issued(row.issueDate(), row.totals());
    }

    private static InvoiceIssued published(InvoiceRow row) {
        return new InvoiceIssued(
                row.invoiceId(),
                row.number(),
                row.customer(),
                row.country(),
                row.debtorKind(),
                row.money(row.netMinor()),
                row.money(row.vatMinor()),
                row.gross(),
                row.issueDate(),
                row.dueDate(),
                row.paymentReference(),
                row.interest(),
                row.reminderFeeAgreed(),
                row.outstanding());
    }
}
