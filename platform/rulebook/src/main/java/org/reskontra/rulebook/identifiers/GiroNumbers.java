package org.reskontra.rulebook.identifiers;

import org.reskontra.rulebook.identifiers.GiroNumber.Kind;

/** Reads bankgiro and plusgiro numbers; the last digit of both is a Luhn check digit. */
public final class GiroNumbers {

    /** What became of a text. */
    public sealed interface Parsed {

        record Valid(GiroNumber number) implements Parsed {}

        /**
         * No such number.
         *
         * @param reason for a person to read
         */
        record Invalid(String reason) implements Parsed {}
    }

    private GiroNumbers() {}

    /** A bankgiro number of 7 or 8 digits; spaces and hyphens do not count. */
    public static Parsed parseBankgiro(String text) {
        return parse(Kind.BANKGIRO, text);
    }

    /** A plusgiro number of 2 to 8 digits; spaces and hyphens do not count. */
    public static Parsed parsePlusgiro(String text) {
        return parse(Kind.PLUSGIRO, text);
    }

    private static Parsed parse(Kind kind, String text) {
        var digits = Digits.unspaced(text).replace("-", "");
        return GiroNumber.flaw(kind, digits)
                .<Parsed>map(Parsed.Invalid::new)
                .orElseGet(() -> new Parsed.Valid(new GiroNumber(kind, digits)));
    }
}
