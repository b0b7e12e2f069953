package org.reskontra.acceptance.bank;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.reskontra.contracts.Money;

/**
 * Writes Bankgirot's BgMax, version 01: one deposit of kronor a file.
 *
 * @param bankgiro of the receiver, digits only
 * @param number tells files of a day apart, 1 to 999 999
 */
public record BgMaxFile(String bankgiro, LocalDate day, int number, List<Movement> movements) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String CURRENCY = "SEK";

    public BgMaxFile {
        movements = List.copyOf(movements);
        if (movements.isEmpty()) {
            throw new IllegalArgumentException("a deposit is of one payment at least");
        }
    }

    /** The file as it is sent. */
    public byte[] bytes() {
        return text().getBytes(ISO_8859_1);
    }

    /** The same file when it has been through a system that ends lines otherwise. */
    public byte[] copied() {
        return text().replace("\r\n", "\n").getBytes(ISO_8859_1);
    }

    private String text() {
        var text = new StringBuilder();
        line(text, "01BGMAX               01" + DAY.format(day) + "170000" + digits(number, 6) + "P");
        line(text, "05" + digits(bankgiro, 10) + " ".repeat(10) + CURRENCY);
        movements.forEach(movement -> line(text, payment(movement)));
        line(
                text,
                "15" + digits("1", 35) + DAY.format(day) + digits(1, 5) + digits(sum(), 18) + CURRENCY
                        + digits(movements.size(), 8));
        line(text, "70" + digits(movements.size(), 8) + digits(0, 8) + digits(0, 8) + digits(1, 8));
        return text.toString();
    }

    private static String payment(Movement movement) {
        return "20" + digits("9701233", 10) + String.format(Locale.ROOT, "%25s", movement.reference())
                + digits(movement.amount().minor(), 18)
                + (movement.reference().isBlank() ? "1" : "2") + "2"
                + digits(movement.serial(), 12) + "0";
    }

    private long sum() {
        return movements.stream()
                .map(Movement::amount)
                .reduce(Money.of(0, CURRENCY), Money::plus)
                .minor();
    }

    private static void line(StringBuilder text, String content) {
        text.append(String.format(Locale.ROOT, "%-80s", content)).append("\r\n");
    }

    private static String digits(long number, int width) {
        return digits(Long.toString(number), width);
    }

    private static String digits(String number, int width) {
        return "0".repeat(width - number.length()) + number;
    }
}
