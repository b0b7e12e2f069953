package org.reskontra.benchmarks.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.IntFunction;
import org.reskontra.benchmarks.Stand;

/** A file of Bankgirot: one deposit of payments of one amount, each with its payer's name. */
final class BgMax {

    private static final String BANKGIRO = "0009912346";
    private static final String DAY = Stand.FIRST_DAY.toString().replace("-", "");

    private BgMax() {}

    /**
     * Writes one.
     *
     * @param number no two files of a creditor have the same
     * @param reference of the payment at that place, counted from 1
     */
    static byte[] file(int number, int payments, long minor, IntFunction<String> reference) {
        var file = new StringBuilder(payments * 164);
        line(file, "01BGMAX               01" + DAY + "173035" + zeros(number, 6) + "P");
        line(file, "05" + BANKGIRO + " ".repeat(10) + "SEK");
        for (int place = 1; place <= payments; place++) {
            line(
                    file,
                    "200009701233" + blanks(reference.apply(place), 25) + zeros(minor, 18) + "22" + zeros(place, 12)
                            + "0");
            line(file, "26Takstolar i Norr AB");
        }
        line(file, "15" + zeros(58_410, 35) + DAY + "00001" + zeros(payments * minor, 18) + "SEK" + zeros(payments, 8));
        line(file, "70" + zeros(payments, 8) + zeros(0, 8) + zeros(0, 8) + zeros(1, 8));
        return file.toString().getBytes(ISO_8859_1);
    }

    private static void line(StringBuilder file, String signs) {
        file.append(signs).repeat(' ', 80 - signs.length()).append("\r\n");
    }

    private static String zeros(long value, int width) {
        var digits = Long.toString(value);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static String blanks(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
