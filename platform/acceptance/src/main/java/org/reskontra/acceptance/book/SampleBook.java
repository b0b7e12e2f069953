package org.reskontra.acceptance.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * The book that ships with the project: a creditor's spring of 2025, made up with a fixed seed. Some customers pay early,
 * some on the day, some when reminded, some when collection calls, some never; a few pay on the very days on which a
 * reminder or a hand-over would be due.
 */
public final class SampleBook {

    static final int INVOICES = 360;

    private static final String SHIPPED = "/books/sample.csv";
    private static final long SEED = 20250203;
    private static final int CUSTOMERS = 48;
    private static final LocalDate FIRST = LocalDate.of(2025, 2, 3);
    private static final int DAYS_OF_SELLING = 108;
    private static final int[] TERMS = {10, 20, 30, 30};
    private static final int REMINDER = 5;
    private static final int HAND_OVER = 17;

    private SampleBook() {}

    private record Sale(LocalDate issued, LocalDate due, int customer, long minor, Optional<LocalDate> paidOn) {}

    /** The shipped book. */
    public static Book shipped() {
        return BookReader.read(text(), ColumnMapping.shipped());
    }

    /** Writes the book anew, by default where the build takes it from. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments.length > 0 ? arguments[0] : "platform/acceptance/src/main/resources" + SHIPPED);
        Files.writeString(file, generated());
    }

    /** The text of the shipped book. */
    static String text() {
        try (InputStream file = SampleBook.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is not among the resources");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /** The same text each time: {@link Random} is specified to the last bit. */
    static String generated() {
        var chance = new Random(SEED);
        List<Sale> sales = new ArrayList<>();
        for (int i = 0; i < INVOICES; i++) {
            sales.add(sale(chance));
        }
        sales.sort(Comparator.comparing(Sale::issued));
        var csv = new StringBuilder("number,customerNumber,issueDate,dueDate,amount,currency,paidOn\n");
        for (int i = 0; i < sales.size(); i++) {
            csv.append(line(1001 + i, sales.get(i)));
        }
        return csv.toString();
    }

    private static Sale sale(Random chance) {
        var issued = FIRST.plusDays(chance.nextInt(DAYS_OF_SELLING));
        if (issued.getDayOfWeek() == DayOfWeek.SATURDAY || issued.getDayOfWeek() == DayOfWeek.SUNDAY) {
            issued = issued.minusDays(3);
        }
        int terms = TERMS[chance.nextInt(TERMS.length)];
        var due = issued.plusDays(terms);
        long minor = amount(chance);
        int customer = 1 + chance.nextInt(CUSTOMERS);
        return new Sale(issued, due, customer, minor, paidOn(chance, due, terms));
    }

    private static long amount(Random chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> 95_00 + chance.nextInt(900_00);
            case 1, 2 -> 1_000_00 + chance.nextInt(9_000_00);
            default -> 10_000_00 + 25L * chance.nextInt(150_000);
        };
    }

    private static Optional<LocalDate> paidOn(Random chance, LocalDate due, int terms) {
        int fate = chance.nextInt(100);
        int days;
        if (fate < 32) {
            days = -1 - chance.nextInt(terms);
        } else if (fate < 50) {
            days = 0;
        } else if (fate < 64) {
            days = 1 + chance.nextInt(REMINDER - 1);
        } else if (fate < 67) {
            days = REMINDER;
        } else if (fate < 82) {
            days = REMINDER + 1 + chance.nextInt(HAND_OVER - REMINDER - 1);
        } else if (fate < 84) {
            days = HAND_OVER;
        } else if (fate < 93) {
            days = HAND_OVER + 1 + chance.nextInt(40);
        } else {
            return Optional.empty();
        }
        return Optional.of(due.plusDays(days));
    }

    private static String line(int number, Sale sale) {
        return String.format(
                Locale.ROOT,
                "%d,K-%03d,%s,%s,%d.%02d,SEK,%s\n",
                number,
                sale.customer(),
                sale.issued(),
                sale.due(),
                sale.minor() / 100,
                sale.minor() % 100,
                sale.paidOn().map(LocalDate::toString).orElse(""));
    }
}
