package org.reskontra.acceptance.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.reskontra.acceptance.oracle.Fact.BankFileCame;
import org.reskontra.acceptance.oracle.Fact.CustomerEntered;
import org.reskontra.acceptance.oracle.Fact.InvoiceCredited;
import org.reskontra.acceptance.oracle.Fact.InvoiceIssued;
import org.reskontra.acceptance.oracle.Fact.InvoicePaid;
import org.reskontra.acceptance.oracle.Fact.PaymentReversed;
import org.reskontra.acceptance.oracle.Fact.ReferencePaid;

/** A creditor's affairs as they must stand after some facts, kept in memory. Money in minor units of one currency. */
public final class Model {

    private LocalDate today;
    private final Set<String> customers = new LinkedHashSet<>();
    private final Map<UUID, Receivable> receivables = new LinkedHashMap<>();
    private final Map<String, UUID> references = new HashMap<>();
    private final Map<UUID, Payment> payments = new LinkedHashMap<>();
    private final Map<String, List<UUID>> waiting = new HashMap<>();
    private final Map<Integer, Long> toldBefore = new LinkedHashMap<>();
    private final Map<UUID, Receivable> bookedOn = new HashMap<>();
    private final Map<UUID, Long> reversed = new LinkedHashMap<>();

    /**
     * Money that came in.
     *
     * @param booked whether its invoice is known
     * @param excess what was too much, of a booked one
     * @param file of the bank that told of it; then the id is ours alone
     */
    public record Payment(UUID id, long amount, boolean booked, long excess, OptionalInt file) {}

    /** What becomes of the money of a file of the bank. */
    public record FileMoney(long matched, long held, long toldBefore) {

        private FileMoney and(Payment payment) {
            return payment.booked()
                    ? new FileMoney(matched + payment.amount(), held, toldBefore)
                    : new FileMoney(matched, held + payment.amount(), toldBefore);
        }
    }

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
            case InvoicePaid paid ->
                book(
                        new Payment(paid.id(), paid.amount().minor(), false, 0, OptionalInt.empty()),
                        receivable(paid.invoice()));
            case ReferencePaid paid ->
                payByReference(
                        paid.reference(), new Payment(paid.id(), paid.amount().minor(), false, 0, OptionalInt.empty()));
            case BankFileCame file -> takeIn(file);
            case PaymentReversed taken -> takeBack(taken.payment());
            case InvoiceCredited credited ->
                receivable(credited.invoice()).credit(credited.amount().minor());
        }
    }

    private void issue(InvoiceIssued issued) {
        var receivable = new Receivable(issued, today);
        receivables.put(issued.id(), receivable);
        issued.reference().ifPresent(reference -> {
            references.put(reference, issued.id());
            for (var early : waiting.getOrDefault(reference, List.of())) {
                book(payment(early), receivable);
            }
            waiting.remove(reference);
        });
    }

    private void takeIn(BankFileCame file) {
        toldBefore.put(file.number(), 0L);
        for (var movement : file.movements()) {
            long amount = movement.amount().minor();
            if (file.copyOf().isPresent()) {
                toldBefore.merge(file.number(), amount, Long::sum);
            } else {
                var id = new UUID(file.number(), movement.serial());
                payByReference(movement.reference(), new Payment(id, amount, false, 0, OptionalInt.of(file.number())));
            }
        }
    }

    private void payByReference(String reference, Payment payment) {
        var invoice = references.get(reference);
        if (invoice == null) {
            payments.put(payment.id(), payment);
            waiting.computeIfAbsent(reference, _ -> new ArrayList<>()).add(payment.id());
        } else {
            book(payment, receivable(invoice));
        }
    }

    private void book(Payment payment, Receivable receivable) {
        long excess = receivable.pay(today, payment.id(), payment.amount());
        bookedOn.put(payment.id(), receivable);
        payments.put(payment.id(), new Payment(payment.id(), payment.amount(), true, excess, payment.file()));
    }

    private void takeBack(UUID id) {
        var payment = payment(id);
        payments.remove(id);
        reversed.put(id, payment.amount());
        waiting.values().forEach(early -> early.remove(id));
        var receivable = bookedOn.get(id);
        if (receivable != null) {
            receivable.takeBack(today);
        }
    }

    /** Payments that the bank can take back without much ado: held, or the last thing that happened to their invoice. */
    List<UUID> reversible() {
        return payments.values().stream()
                .filter(payment -> payment.file().isEmpty())
                .map(Payment::id)
                .filter(id -> {
                    var receivable = bookedOn.get(id);
                    return receivable == null || receivable.canTakeBack(id);
                })
                .toList();
    }

    /** Invoices that can be credited without much ado: nobody has paid anything, and they were not handed over. */
    List<Receivable> creditable() {
        return receivables.values().stream().filter(Receivable::canBeCredited).toList();
    }

    /** Amounts of the payments that the bank took back, by their ids. */
    public Map<UUID, Long> reversed() {
        return reversed;
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

    /** Where the money of each file of the bank is, by the file's number. */
    public Map<Integer, FileMoney> files() {
        var files = new LinkedHashMap<Integer, FileMoney>();
        toldBefore.forEach((number, amount) -> files.put(number, new FileMoney(0, 0, amount)));
        payments.values()
                .forEach(payment -> payment.file()
                        .ifPresent(number -> files.computeIfPresent(number, (_, money) -> money.and(payment))));
        return files;
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
