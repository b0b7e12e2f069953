package org.reskontra.acceptance.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reskontra.acceptance.book.Book;
import org.reskontra.acceptance.book.BookRow;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.creditor.Creditor.NewInvoice;

/**
 * Lives through a book day by day: while the clock still shows the day before, the day's invoices are issued and its
 * payments booked; then the clock moves and the services do the day's work.
 */
public final class Replay {

    private final Creditor creditor;
    private final Book book;
    private final LocalDate lastDay;
    private final Onlooker onlooker;
    private final Map<String, UUID> customers = new HashMap<>();
    private final Map<String, UUID> invoices = new ConcurrentHashMap<>();

    /** Sees the days go by. */
    public interface Onlooker {

        /** The services are at rest, and a day begins. */
        default void dayBegins(LocalDate day) {}

        /** The day's invoices and payments are in, and the clock has just been moved to the day; its work is going on. */
        default void clockMoved(LocalDate day) {}
    }

    /** A replay of a whole book for a creditor whose clock shows the day before its first. */
    public Replay(Creditor creditor, Book book, Onlooker onlooker) {
        this(creditor, book, book.lastDay(), onlooker);
    }

    /** A replay that ends on a day of its own, behind which nothing more is issued or paid. */
    public Replay(Creditor creditor, Book book, LocalDate lastDay, Onlooker onlooker) {
        this.creditor = creditor;
        this.book = book;
        this.lastDay = lastDay;
        this.onlooker = onlooker;
    }

    static long days(Book book) {
        return ChronoUnit.DAYS.between(book.firstDay(), book.lastDay()) + 1;
    }

    /** Lives through all days; returns when the last one is over. */
    public void run() {
        book.customers().forEach(number -> customers.put(number, creditor.enterCustomer(number)));
        creditor.awaitSettled(book.firstDay().minusDays(1));
        var issues = book.byIssueDate();
        var payments = book.byPaymentDate();
        for (var day = book.firstDay(); !day.isAfter(lastDay); day = day.plusDays(1)) {
            onlooker.dayBegins(day);
            var issuedToday = issues.getOrDefault(day, List.of());
            var paidToday = payments.getOrDefault(day, List.of());
            var today = day;
            sideBySide(Stream.concat(issuedToday.stream(), paidToday.stream()).distinct(), row -> live(row, today));
            if (!paidToday.isEmpty()) {
                // What was paid has to be known everywhere before the day's work asks what is unpaid.
                creditor.awaitSettled(day.minusDays(1));
            }
            creditor.moveClock(day);
            onlooker.clockMoved(day);
            creditor.awaitSettled(day);
        }
    }

    /** As a creditor's system sends them: one request does not wait for the answer to another. */
    private static void sideBySide(Stream<BookRow> rows, Consumer<BookRow> each) {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = rows.map(row -> CompletableFuture.runAsync(() -> each.accept(row), senders))
                    .toList();
            sent.forEach(CompletableFuture::join);
        }
    }

    /** What happens to an invoice on a day. */
    private void live(BookRow row, LocalDate day) {
        if (row.issued().equals(day)) {
            issue(row);
        }
        if (row.paidOn().filter(day::equals).isPresent()) {
            pay(row, day);
        }
    }

    private void issue(BookRow row) {
        var id = UUID.randomUUID();
        creditor.issue(
                new NewInvoice(id, row.number(), of(customers, row.customer()), row.issued(), row.due(), row.amount()));
        invoices.put(row.number(), id);
    }

    /** Pays all that is owed on the day, to the öre. */
    private void pay(BookRow row, LocalDate day) {
        var invoice = of(invoices, row.number());
        creditor.pay(UUID.randomUUID(), invoice, creditor.owedOn(invoice, day), day);
    }

    private static UUID of(Map<String, UUID> ids, String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException(name + " is not there yet");
        }
        return id;
    }
}
