package org.reskontra.acceptance.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.reskontra.acceptance.oracle.Fact.CustomerEntered;
import org.reskontra.acceptance.oracle.Fact.InvoiceIssued;
import org.reskontra.acceptance.oracle.Fact.InvoicePaid;
import org.reskontra.acceptance.oracle.Fact.ReferencePaid;

/** A creditor's affairs as they must stand after some facts, kept in memory. Money in minor units of one currency. */
public final class Model {

    private LocalDate today;
    private final Set<String> customers = new LinkedHashSet<>();
    private final Map<UUID, Receivable> receivables = new LinkedHashMap<>();
    private final Map<String, UUID> references = new HashMap<>();
    private final Map<UUID, Payment> payments = new LinkedHashMap<>();
    private final Map<String, List<UUID>> waiting = new HashMap<>();

    /**
     * Money that came in.
     *
     * @param booked whether its invoice is known
     * @param excess what was too much, of a booked one
     */
    public record Payment(UUID id, long amount, boolean booked, long excess) {}

    public Model(LocalDate today) {
        this.today = today;
    }

    /** The calendar moves on, over several days or one. */
    public void dayBegins(LocalDate day) {
        today = day;
        receivables.values().forEach(receivable -> receivable.dayBegins(day));
    }

    /** Something happens today. */
    public void happens(Fact fact) {
        switch (fact) {
            case CustomerEntered entered -> customers.add(entered.number());
            case InvoiceIssued issued -> issue(issued);
            case InvoicePaid paid -> book(paid.id(), paid.amount().minor(), receivable(paid.invoice()));
            case ReferencePaid paid -> payByReference(paid);
        }
    }

    private void issue(InvoiceIssued issued) {
        var receivable = new Receivable(issued);
        receivables.put(issued.id(), receivable);
        issued.reference().ifPresent(reference -> {
            references.put(reference, issued.id());
            for (var early : waiting.getOrDefault(reference, List.of())) {
                book(early, payment(early).amount(), receivable);
            }
            waiting.remove(reference);
        });
    }

    private void payByReference(ReferencePaid paid) {
        var invoice = references.get(paid.reference());
        if (invoice == null) {
            payments.put(paid.id(), new Payment(paid.id(), paid.amount().minor(), false, 0));
            waiting.computeIfAbsent(paid.reference(), reference -> new ArrayList<>())
                    .add(paid.id());
        } else {
            book(paid.id(), paid.amount().minor(), receivable(invoice));
        }
    }

    private void book(UUID payment, long amount, Receivable receivable) {
        payments.put(payment, new Payment(payment, amount, true, receivable.pay(today, amount)));
    }

    public LocalDate today() {
        return today;
    }

    public Set<String> customers() {
        return customers;
    }

    public Collection<Receivable> receivables() {
        return receivables.values();
    }

    public Collection<Payment> payments() {
        return payments.values();
    }

    /** What the creditor owes its customers: money without an invoice, and what was too much. */
    public long heldForCustomers() {
        return payments.values().stream()
                .mapToLong(payment -> payment.booked() ? payment.excess() : payment.amount())
                .sum();
    }

    private Receivable receivable(UUID invoice) {
        var receivable = receivables.get(invoice);
        if (receivable == null) {
            throw new IllegalStateException("no invoice " + invoice);
        }
        return receivable;
    }

    private Payment payment(UUID id) {
        var payment = payments.get(id);
        if (payment == null) {
            throw new IllegalStateException("no payment " + id);
        }
        return payment;
    }
}
