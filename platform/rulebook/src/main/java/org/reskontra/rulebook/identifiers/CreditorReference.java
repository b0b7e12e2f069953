package org.reskontra.rulebook.identifiers;

import java.util.Locale;

/** The structured creditor reference of ISO 11649: {@code RF}, two check digits and 1 to 21 letters or digits. */
public final class CreditorReference {

    private static final String PREFIX = "RF";
    private static final int LONGEST = 25;

    private CreditorReference() {}

    /**
     * The reference with prefix and check digits.
     *
     * @param reference 1 to 21 letters A to Z or digits, in any case; anything else throws
     *     {@link IllegalArgumentException}
     */
    public static String of(String reference) {
        var upper = reference.toUpperCase(Locale.ROOT);
        if (!upper.matches("[0-9A-Z]{1,21}")) {
            throw new IllegalArgumentException("must be 1 to 21 letters or digits, not '" + reference + "'");
        }
        int check = 98 - remainder(upper + PREFIX + "00");
        return PREFIX + (check < 10 ? "0" : "") + check + upper;
    }

    /** Whether the text, spaces and case apart, is such a reference with right check digits. */
    public static boolean valid(String text) {
        var upper = Digits.unspaced(text).toUpperCase(Locale.ROOT);
        return upper.length() <= LONGEST
                && upper.matches("RF[0-9]{2}[0-9A-Z]+")
                && remainder(upper.substring(4) + upper.substring(0, 4)) == 1;
    }

    /** Modulo 97 of the text with its letters as numbers, A being 10. */
    private static int remainder(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder;
    }
}
