package org.reskontra.acceptance.book;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reskontra.acceptance.book.Book.Rejected;
import org.reskontra.contracts.Money;

/** Reads a book from CSV with a header. Lines that make no invoice are rejected one by one, never the whole file. */
public final class BookReader {

    private final ColumnMapping mapping;
    private final Map<Column, Integer> places = new HashMap<>();
    private final Map<String, Long> linesByNumber = new HashMap<>();
    private final List<BookRow> rows = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private BookReader(ColumnMapping mapping, List<String> headers) {
        this.mapping = mapping;
        mapping.columns().forEach((column, header) -> places.put(column, headers.indexOf(header)));
    }

    /**
     * Reads a file with the first of the shipped mappings that its header fits.
     *
     * @throws IllegalArgumentException when none does, or no line makes an invoice
     */
    public static Book read(Path file) {
        return read(text(file), ColumnMapping.shipped());
    }

    /**
     * Reads a file with a mapping of its own.
     *
     * @throws IllegalArgumentException when the mapping is wrong or does not fit, or no line makes an invoice
     */
    public static Book read(Path file, Path mapping) {
        return read(text(file), List.of(ColumnMapping.read(mapping)));
    }

    static Book read(String csv, List<ColumnMapping> mappings) {
        var headers = headers(csv);
        var fitting = mappings.stream()
                .filter(mapping -> mapping.missingIn(
                                headers(csv, mapping.delimiter()).orElse(headers))
                        .isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mapping fits the header " + headers
                        + (mappings.size() == 1
                                ? "; missing: " + mappings.getFirst().missingIn(headers)
                                : "; give one with --mapping")));
        return read(csv, fitting);
    }

    private static Book read(String csv, ColumnMapping mapping) {
        try (var lines = lines(new StringReader(csv), mapping.delimiter())) {
            var records = lines.iterator();
            var reader = new BookReader(mapping, records.next().getFields());
            while (records.hasNext()) {
                reader.take(records.next());
            }
            return new Book(reader.rows, reader.rejected);
        } catch (IOException | CsvParseException e) {
            throw new IllegalArgumentException("not CSV: " + e.getMessage(), e);
        }
    }

    private void take(CsvRecord record) {
        long line = record.getStartingLineNumber();
        try {
            var row = row(line, record.getFields());
            var before = linesByNumber.putIfAbsent(row.number(), line);
            if (before != null) {
                throw new Unfit("invoice number " + row.number() + " stands on line " + before + " already");
            }
            rows.add(row);
        } catch (Unfit e) {
            rejected.add(new Rejected(line, e.reason));
        }
    }

    private BookRow row(long line, List<String> fields) throws Unfit {
        var number = needed(fields, Column.NUMBER);
        var customer = needed(fields, Column.CUSTOMER);
        var issued = date(fields, Column.ISSUE_DATE);
        var due = date(fields, Column.DUE_DATE);
        if (due.isBefore(issued)) {
            throw new Unfit("due " + due + ", before its issue date " + issued);
        }
        var amount = amount(needed(fields, Column.AMOUNT), currency(needed(fields, Column.CURRENCY)));
        Optional<LocalDate> paidOn =
                value(fields, Column.PAID_ON).isEmpty() ? Optional.empty() : Optional.of(date(fields, Column.PAID_ON));
        if (paidOn.isPresent() && paidOn.get().isBefore(issued)) {
            throw new Unfit("paid " + paidOn.get() + ", before its issue date " + issued);
        }
        return new BookRow(line, number, customer, issued, due, amount, paidOn);
    }

    private String value(List<String> fields, Column column) {
        var place = places.getOrDefault(column, -1);
        var text = place < 0 || place >= fields.size() ? "" : fields.get(place).strip();
        return text.isEmpty() ? mapping.defaults().getOrDefault(column, "") : text;
    }

    private String needed(List<String> fields, Column column) throws Unfit {
        var text = value(fields, column);
        if (text.isEmpty()) {
            throw new Unfit("no " + column.written());
        }
        return text;
    }

    private LocalDate date(List<String> fields, Column column) throws Unfit {
        var text = needed(fields, column);
        return mapping.date(text)
                .orElseThrow(() ->
                        new Unfit(column.written() + " '" + text + "' is no date of the form " + mapping.dates()));
    }

    private static Currency currency(String code) throws Unfit {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new Unfit("unknown currency " + code);
        }
    }

    private Money amount(String text, Currency currency) throws Unfit {
        var digits = text;
        for (int i = 0; i < mapping.grouping().length(); i++) {
            digits = digits.replace(String.valueOf(mapping.grouping().charAt(i)), "");
        }
        Money amount;
        try {
            amount = Money.ofMajor(
                    new BigDecimal(digits.replace(mapping.decimalSign(), '.')), currency, RoundingMode.UNNECESSARY);
        } catch (NumberFormatException e) {
            throw new Unfit("amount '" + text + "' is no number");
        } catch (ArithmeticException e) {
            throw new Unfit("amount '" + text + "' is no whole number of minor units of " + currency);
        }
        if (!amount.isPositive()) {
            throw new Unfit("amount " + text + " is not above zero");
        }
        return amount;
    }

    private static List<String> headers(String csv) {
        return headers(csv, ',').orElseThrow(() -> new IllegalArgumentException("the file is empty"));
    }

    private static Optional<List<String>> headers(String csv, char delimiter) {
        try (var lines = lines(new StringReader(csv), delimiter)) {
            return lines.stream().findFirst().map(CsvRecord::getFields);
        } catch (IOException | CsvParseException e) {
            return Optional.empty();
        }
    }

    private static CsvReader<CsvRecord> lines(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static String text(Path file) {
        try {
            var text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Why a line makes no invoice. */
    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        final String reason;

        Unfit(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
