package org.reskontra.acceptance.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reskontra.acceptance.book.Book;
import org.reskontra.acceptance.book.BookRow;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.creditor.Creditor.NewInvoice;
import org.reskontra.contracts.Money;

/**
 * Lives through a book day by day: while the clock still shows the day before, the day's invoices are issued and its
 * payments booked; then the clock moves and the services do the day's work. Of what is paid in kronor, the bank tells in
 * files on the first and the second ten days of a month; the rest is booked one by one.
 */
public final class Replay {

    private static final int BGMAX_TO = 10;
    private static final int NOTICES_TO = 20;
    private static final int TOO_FAR_AHEAD = 30;
    private static final Currency KRONA = Currency.getInstance("SEK");
    private static final Money NOT_OURS = Money.of(125_00, "SEK");
    private static final Money NOT_YET = Money.of(75_00, "SEK");

    private final Creditor creditor;
    private final Book book;
    private final LocalDate lastDay;
    private final Onlooker onlooker;
    private final Map<String, UUID> customers = new HashMap<>();
    private final Map<String, UUID> invoices = new ConcurrentHashMap<>();
    private final Map<String, String> references = new ConcurrentHashMap<>();
    private final Queue<Bank.Payment> atBank = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Money> bankFiles = new LinkedHashMap<>();
    private final Set<Boolean> kinds = new HashSet<>();

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
            handIn(day);
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
        var reference = "4" + "%09d".formatted(row.line());
        creditor.issue(
                new NewInvoice(id, row.number(), of(customers, row.customer()), row.issued(), row.due(), row.amount()),
                reference);
        invoices.put(row.number(), id);
        references.put(row.number(), reference);
    }

    /** Pays all that is owed on the day, to the öre. */
    private void pay(BookRow row, LocalDate day) {
        var invoice = of(invoices, row.number());
        var owed = creditor.owedOn(invoice, day);
        if (day.getDayOfMonth() <= NOTICES_TO && owed.currency().equals(KRONA)) {
            atBank.add(new Bank.Payment(day, of(references, row.number()), owed));
        } else {
            creditor.pay(UUID.randomUUID(), invoice, owed, day);
        }
    }

    /** Hands in the day's file, if the bank has one. The first of each kind tells of money that nobody can place. */
    private void handIn(LocalDate day) {
        if (atBank.isEmpty()) {
            return;
        }
        var payments = new ArrayList<>(atBank);
        atBank.clear();
        boolean bgMax = day.getDayOfMonth() <= BGMAX_TO;
        if (kinds.add(bgMax)) {
            payments.add(new Bank.Payment(day, "", NOT_OURS));
            if (!bgMax) {
                payments.add(new Bank.Payment(day.plusDays(TOO_FAR_AHEAD), "", NOT_YET));
            }
        }
        int number = bankFiles.size() + 1;
        var sum =
                payments.stream().map(Bank.Payment::amount).reduce(Money::plus).orElseThrow();
        bankFiles.put(
                creditor.handIn(bgMax ? Bank.bgMax(number, day, payments) : Bank.notice(number, day, payments)), sum);
    }

    /** Where the money is that the bank told of. */
    public Told told() {
        return Told.look(creditor, bankFiles);
    }

    private static <T> T of(Map<String, T> ids, String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException(name + " is not there yet");
        }
        return id;
    }
}
