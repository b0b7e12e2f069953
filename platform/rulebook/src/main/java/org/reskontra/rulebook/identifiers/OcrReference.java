package org.reskontra.rulebook.identifiers;

/**
 * Swedish payment references that a machine reads: 2 to 25 digits, of which the last is a Luhn check digit (Bankgirot's
 * OCR reference control).
 */
public final class OcrReference {

    /** Fewest digits of a reference. */
    static final int SHORTEST = 2;

    /** Most digits of a reference. */
    static final int LONGEST = 25;

    /** What became of a reference that a payer wrote. */
    public sealed interface Reading {

        /**
         * As agreed.
         *
         * @param digits the reference without spaces
         */
        record Correct(String digits) implements Reading {}

        /** Let through, but the check digit is wrong: a person must look. Only under a soft agreement. */
        record Doubtful(String digits) implements Reading {}

        /**
         * Not let through.
         *
         * @param reason for a person to read
         */
        record Wrong(String reason) implements Reading {}
    }

    private OcrReference() {}

    /**
     * The base with its check digit.
     *
     * @param base 1 to 24 digits; anything else throws {@link IllegalArgumentException}
     */
    public static String hardCheck(String base) {
        requireDigits(base, LONGEST - 1);
        return base + Luhn.checkDigit(base);
    }

    /**
     * The base with its length digit (the number of digits of the whole reference, modulo 10) and its check digit.
     *
     * @param base 1 to 23 digits; anything else throws {@link IllegalArgumentException}
     */
    public static String hardCheckWithLength(String base) {
        requireDigits(base, LONGEST - 2);
        return hardCheck(base + (base.length() + 2) % 10);
    }

    /**
     * The reference that carries the base under the payee's agreement.
     *
     * @param base digits; with its check digits added it must have a length that the agreement allows, or
     *     {@link IllegalArgumentException} is thrown
     */
    public static String of(OcrAgreement agreement, String base) {
        return switch (agreement) {
            case OcrAgreement.Soft(), OcrAgreement.HardCheck() -> hardCheck(base);
            case OcrAgreement.HardCheckWithLength() -> hardCheckWithLength(base);
            case OcrAgreement.HardCheckFixedLength(var lengths) -> {
                if (!lengths.contains(base.length() + 1)) {
                    throw new IllegalArgumentException(
                            "'" + base + "' and a check digit have none of the agreed lengths " + lengths);
                }
                yield hardCheck(base);
            }
        };
    }

    /** Whether the text, spaces apart, is a reference with a right check digit. */
    public static boolean validHardCheck(String text) {
        return read(new OcrAgreement.HardCheck(), text) instanceof Reading.Correct;
    }

    /** Whether the text, spaces apart, is a reference with a right length digit and a right check digit. */
    public static boolean validHardCheckWithLength(String text) {
        return read(new OcrAgreement.HardCheckWithLength(), text) instanceof Reading.Correct;
    }

    /** Reads what a payer wrote, as strictly as the payee has agreed. Spaces do not count. */
    public static Reading read(OcrAgreement agreement, String text) {
        var digits = Digits.unspaced(text);
        if (!Digits.only(digits) || digits.length() < SHORTEST || digits.length() > LONGEST) {
            return new Reading.Wrong("must be " + SHORTEST + " to " + LONGEST + " digits");
        }
        boolean checked = Luhn.valid(digits);
        return switch (agreement) {
            case OcrAgreement.Soft() -> checked ? new Reading.Correct(digits) : new Reading.Doubtful(digits);
            case OcrAgreement.HardCheck() -> correctIf(checked, digits);
            case OcrAgreement.HardCheckWithLength() -> {
                boolean lengthAgrees =
                        digits.length() > 2 && digits.charAt(digits.length() - 2) - '0' == digits.length() % 10;
                yield lengthAgrees
                        ? correctIf(checked, digits)
                        : new Reading.Wrong("the length digit does not fit " + digits.length() + " digits");
            }
            case OcrAgreement.HardCheckFixedLength(var lengths) ->
                lengths.contains(digits.length())
                        ? correctIf(checked, digits)
                        : new Reading.Wrong("has " + digits.length() + " digits, agreed are " + lengths);
        };
    }

    private static Reading correctIf(boolean checked, String digits) {
        return checked ? new Reading.Correct(digits) : new Reading.Wrong("the check digit is wrong");
    }

    private static void requireDigits(String base, int most) {
        if (!Digits.only(base) || base.length() > most) {
            throw new IllegalArgumentException("the base must be 1 to " + most + " digits, not '" + base + "'");
        }
    }
}
