package org.reskontra.invoice.bankfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/**
 * A record of BgMax: 80 signs, of which trailing blanks may be missing. Positions are counted from 1, both ends
 * included.
 */
record BgMaxLine(int number, String signs) {

    private static final int WIDTH = 80;
    private static final int USUAL_BYTES = 100;
    private static final int MOST_BYTES = 1_000;
    private static final int TAB = 8;
    private static final int AMOUNT = 38;
    private static final int IMAGE_FLAG = 70;

    /** The next line; null at the end of the file. */
    static @Nullable BgMaxLine read(InputStream in, int number) throws IOException, Damaged {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        var bytes = new byte[USUAL_BYTES];
        int length = 0;
        while (next >= 0 && next != '\n') {
            if (length == MOST_BYTES) {
                throw new Damaged(
                        number, "position " + WIDTH, "line-too-long", "The line does not end after 80 signs.");
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, MOST_BYTES);
            }
            bytes[length++] = (byte) next;
            next = in.read();
        }
        return new BgMaxLine(number, text(bytes, length).stripTrailing()).withoutTabs();
    }

    /** With the blanks that an editor shows for its tabs, where it is certain that no field has moved; else as it is. */
    private BgMaxLine withoutTabs() {
        if (signs.indexOf('\t') < 0) {
            return this;
        }
        var blanks = new StringBuilder();
        for (int i = 0; i < signs.length(); i++) {
            boolean tab = signs.charAt(i) == '\t';
            blanks.append(tab ? " ".repeat(TAB - blanks.length() % TAB) : signs.charAt(i));
        }
        var line = new BgMaxLine(number, blanks.toString());
        return line.isWhereItBelongs() ? line : this;
    }

    /** Records of text hold nothing else; those of money are in place if all their digits behind the reference are. */
    private boolean isWhereItBelongs() {
        return switch (text(1, 2)) {
            case "25", "26", "27", "28" -> signs.length() <= WIDTH;
            case "20", "22", "23" -> signs.length() == IMAGE_FLAG && isDigits(AMOUNT);
            case "21" -> signs.length() == IMAGE_FLAG + 1 && isDigits(AMOUNT);
            default -> false;
        };
    }

    private boolean isDigits(int from) {
        return signs.substring(from - 1).chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** In ISO-8859-1, or in UTF-8 for a file that has passed through an editor. */
    private static String text(byte[] bytes, int length) {
        if (isAscii(bytes, length)) {
            return new String(bytes, 0, length, US_ASCII);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, 0, length, ISO_8859_1);
        }
    }

    private static boolean isAscii(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank() {
        return signs.isBlank();
    }

    /** The transaction code, once the line is known to hold nothing that a record cannot. */
    String code() throws Damaged {
        for (int i = 0; i < signs.length(); i++) {
            if (Character.isISOControl(signs.charAt(i))) {
                throw damaged(
                        i + 1,
                        i + 1,
                        "control-sign",
                        (signs.charAt(i) == '\t' ? "A tab stands" : "A control sign stands")
                                + " where blanks belong, so the fields behind it have moved: the file was changed after"
                                + " the bank made it. Fetch it again.");
            }
        }
        if (signs.length() > WIDTH) {
            throw damaged(WIDTH + 1, signs.length(), "line-too-long", "A record has 80 signs.");
        }
        return text(1, 2);
    }

    String text(int from, int to) {
        return signs.length() < from
                ? ""
                : signs.substring(from - 1, Math.min(to, signs.length())).strip();
    }

    /** A number of digits without a sign; blank is nothing. */
    long number(int from, int to, String what) throws Damaged {
        var digits = text(from, to);
        if (!digits.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            throw damaged(from, to, "not-a-number", "'" + digits + "' is no " + what + ".");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** An amount in minor units, which must be there. */
    Money amount(int from, int to, Currency currency) throws Damaged {
        if (text(from, to).isEmpty()) {
            throw damaged(from, to, "not-a-number", "There is no amount.");
        }
        return new Money(number(from, to, "amount"), currency);
    }

    Currency currency(int from, int to) throws Damaged {
        try {
            return Currency.getInstance(text(from, to));
        } catch (IllegalArgumentException _) {
            throw damaged(from, to, "unknown-currency", "'" + text(from, to) + "' is no currency.");
        }
    }

    Damaged damaged(int from, int to, String code, String reason) {
        var place = from == to ? "position " + from : "positions " + from + "-" + to;
        return new Damaged(number, place, code, reason);
    }
}
