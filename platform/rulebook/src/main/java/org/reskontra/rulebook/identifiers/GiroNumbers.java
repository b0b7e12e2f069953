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
        return parse(Kind.BANKGIRO, text, 7, 8);
    }

    /** A plusgiro number of 2 to 8 digits; spaces and hyphens do not count. */
    public static Parsed parsePlusgiro(String text) {
        return parse(Kind.PLUSGIRO, text, 2, 8);
    }

    private static Parsed parse(Kind kind, String text, int fewest, int most) {
        var digits = Digits.unspaced(text).replace("-", "");
        if (!Digits.only(digits) || digits.length() < fewest || digits.length() > most) {
            return new Parsed.Invalid("must be " + fewest + " to " + most + " digits");
        }
        if (!Luhn.valid(digits)) {
            return new Parsed.Invalid("the check digit is wrong");
        }
        return new Parsed.Valid(new GiroNumber(kind, digits));
    }
}
