package org.reskontra.acceptance.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Invoices with their payment history.
 *
 * @param rows at least one, in the order of the file
 * @param rejected lines that are not in {@code rows}, each with its reason
 */
public record Book(List<BookRow> rows, List<Rejected> rejected) {

    /** How long the clock runs on behind the last date, so that reminders and hand-overs can follow it. */
    public static final int DAYS_AFTER = 60;

    /** A line that could not be taken. */
    public record Rejected(long line, String reason) {}

    public Book {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no invoice in the book");
        }
    }

    /** The first date in the book, which is that of an invoice. */
    public LocalDate firstDay() {
        return rows.stream().map(BookRow::issued).min(LocalDate::compareTo).orElseThrow();
    }

    /** The day on which the replay ends. */
    public LocalDate lastDay() {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.due()), row.paidOn().stream()))
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusDays(DAYS_AFTER);
    }

    public List<String> customers() {
        return rows.stream().map(BookRow::customer).distinct().toList();
    }

    public Map<LocalDate, List<BookRow>> byIssueDate() {
        return rows.stream().collect(Collectors.groupingBy(BookRow::issued));
    }

    public Map<LocalDate, List<BookRow>> byPaymentDate() {
        return rows.stream()
                .filter(row -> row.paidOn().isPresent())
                .collect(Collectors.groupingBy(row -> row.paidOn().orElseThrow()));
    }
}
