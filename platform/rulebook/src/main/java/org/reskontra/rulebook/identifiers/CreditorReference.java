package org.reskontra.rulebook.identifiers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The structured creditor reference of ISO 11649: {@code RF}, two check digits and 1 to 21 letters or digits.
 *
 * @param normalised without spaces, letters in upper case, such as {@code RF18539007547034}; anything that is no such
 *     reference throws {@link IllegalArgumentException}
 */
public record CreditorReference(String normalised) {

    private static final String PREFIX = "RF";
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{1,21}");
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{2}" + REFERENCE);

    /** What became of a text. */
    public sealed interface Parsed {

        record Valid(CreditorReference reference) implements Parsed {}

        /**
         * No such reference.
         *
         * @param reason for a person to read
         */
        record Invalid(String reason) implements Parsed {}
    }

    public CreditorReference {
        var flaw = flaw(normalised);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("'" + normalised + "': " + flaw.get());
        }
    }

    /**
     * The reference with prefix and check digits.
     *
     * @param reference 1 to 21 letters A to Z or digits, in any case; anything else throws
     *     {@link IllegalArgumentException}
     */
    public static CreditorReference of(String reference) {
        var upper = reference.toUpperCase(Locale.ROOT);
        if (!REFERENCE.matcher(upper).matches()) {
            throw new IllegalArgumentException("must be 1 to 21 letters or digits, not '" + reference + "'");
        }
        return new CreditorReference(PREFIX + checkDigits(upper) + upper);
    }

    /** Reads a reference in any case; spaces do not count. */
    public static Parsed parse(String text) {
        var normalised = Digits.unspaced(text).toUpperCase(Locale.ROOT);
        return flaw(normalised)
                .<Parsed>map(Parsed.Invalid::new)
                .orElseGet(() -> new Parsed.Valid(new CreditorReference(normalised)));
    }

    /** What follows the check digits: the creditor's own reference. */
    public String reference() {
        return normalised.substring(4);
    }

    /** The viitenumero inside; empty where the reference is none, as in those of other countries. */
    public Optional<FinnishReference> finnish() {
        return switch (FinnishReference.parse(reference())) {
            case FinnishReference.Parsed.Valid(var finnish) -> Optional.of(finnish);
            case FinnishReference.Parsed.Invalid _ -> Optional.empty();
        };
    }

    /** As it is printed: {@code RF36 2026 0001 230}. */
    public String written() {
        return Groups.ofFour(normalised);
    }

    private static Optional<String> flaw(String normalised) {
        if (!FORM.matcher(normalised).matches()) {
            return Optional.of("must be RF, two check digits and 1 to 21 letters or digits");
        }
        return normalised.startsWith(checkDigits(normalised.substring(4)), 2)
                ? Optional.empty()
                : Optional.of("the check digits are wrong");
    }

    private static String checkDigits(String reference) {
        int check = 98 - remainder(reference + PREFIX + "00");
        return (check < 10 ? "0" : "") + check;
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
