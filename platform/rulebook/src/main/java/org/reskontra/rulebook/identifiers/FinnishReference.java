package org.reskontra.rulebook.identifiers;

/** The Finnish payment reference (viitenumero): 4 to 20 digits, the last of them a check digit with weights 7, 3, 1. */
public final class FinnishReference {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 20;
    private static final int[] WEIGHTS = {7, 3, 1};

    private FinnishReference() {}

    /**
     * The base with its check digit.
     *
     * @param base 3 to 19 digits; anything else throws {@link IllegalArgumentException}
     */
    public static String withCheckDigit(String base) {
        if (!Digits.only(base) || base.length() < SHORTEST - 1 || base.length() > LONGEST - 1) {
            throw new IllegalArgumentException("the base must be 3 to 19 digits, not '" + base + "'");
        }
        return base + checkDigit(base);
    }

    /** Whether the text, spaces apart, is a reference with a right check digit. Leading zeros do not count. */
    public static boolean valid(String text) {
        var digits = Digits.unspaced(text).replaceFirst("^0+", "");
        int last = digits.length() - 1;
        return Digits.only(digits)
                && digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * (digits.charAt(digits.length() - 1 - i) - '0');
        }
        return (10 - sum % 10) % 10;
    }
}
