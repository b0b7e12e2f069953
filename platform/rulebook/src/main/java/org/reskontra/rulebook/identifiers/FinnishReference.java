package org.reskontra.rulebook.identifiers;

import java.util.Optional;

/**
 * The Finnish payment reference (viitenumero): 4 to 20 digits, the last of them a check digit with weights 7, 3, 1 from
 * the right.
 *
 * @param digits without spaces and leading zeros; anything that is no such reference throws
 *     {@link IllegalArgumentException}
 */
public record FinnishReference(String digits) {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 20;
    private static final int[] WEIGHTS = {7, 3, 1};

    /** What became of a text. */
    public sealed interface Parsed {

        record Valid(FinnishReference reference) implements Parsed {}

        /**
         * No viitenumero.
         *
         * @param reason for a person to read
         */
        record Invalid(String reason) implements Parsed {}
    }

    public FinnishReference {
        var flaw = flaw(digits);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("'" + digits + "': " + flaw.get());
        }
    }

    /**
     * The base with its check digit.
     *
     * @param base 3 to 19 digits, leading zeros not counted; anything else throws {@link IllegalArgumentException}
     */
    public static FinnishReference of(String base) {
        var counted = withoutLeadingZeros(base);
        if (!Digits.only(counted) || counted.length() < SHORTEST - 1 || counted.length() > LONGEST - 1) {
            throw new IllegalArgumentException("the base must be 3 to 19 digits, not '" + base + "'");
        }
        return new FinnishReference(counted + checkDigit(counted));
    }

    /** Reads a reference; spaces and leading zeros do not count. */
    public static Parsed parse(String text) {
        var digits = withoutLeadingZeros(Digits.unspaced(text));
        return flaw(digits)
                .<Parsed>map(Parsed.Invalid::new)
                .orElseGet(() -> new Parsed.Valid(new FinnishReference(digits)));
    }

    /** As it is printed: {@code 2 02600 01230}. */
    public String written() {
        return Groups.ofFiveFromTheRight(digits);
    }

    /** The international form of the same reference: {@code RF3620260001230}. */
    public CreditorReference international() {
        return CreditorReference.of(digits);
    }

    private static Optional<String> flaw(String digits) {
        if (!Digits.only(digits) || digits.startsWith("0") || digits.length() < SHORTEST || digits.length() > LONGEST) {
            return Optional.of("must be " + SHORTEST + " to " + LONGEST + " digits");
        }
        int last = digits.length() - 1;
        return checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0'
                ? Optional.empty()
                : Optional.of("the check digit is wrong");
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * (digits.charAt(digits.length() - 1 - i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    private static String withoutLeadingZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }
}
