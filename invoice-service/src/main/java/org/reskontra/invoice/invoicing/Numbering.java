package org.reskontra.invoice.invoicing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reskontra.invoice.flaws.Flaw;

/**
 * Invoice numbers. A creditor may bring its own; without one the invoice gets the next number of our series, which has
 * no gaps: R100001, R100002 … Credit notes have a series of their own without gaps: RK100001, RK100002 …
 */
public final class Numbering {

    private static final long BEFORE_FIRST = 100_000;
    private static final Pattern POSSIBLE =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._/#-]{0,38}[\\p{L}\\p{N}])?");
    private static final Pattern OURS = Pattern.compile("RK?\\d+");

    private Numbering() {}

    /** The number of that place in our series, counted from 1. */
    public static String ofSeries(long place) {
        return "R" + Math.addExact(BEFORE_FIRST, place);
    }

    /** The number of that place in the series of credit notes, counted from 1. */
    public static String ofCreditNote(long place) {
        return "RK" + Math.addExact(BEFORE_FIRST, place);
    }

    /** What is wrong with a creditor's own number. */
    static Optional<Flaw> flaw(String number) {
        if (!POSSIBLE.matcher(number).matches()) {
            return Optional.of(new Flaw(
                    "/number", "malformed", "an invoice number has 1 to 40 letters, digits and signs between them"));
        }
        if (OURS.matcher(number.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.of(
                    new Flaw("/number", "reserved", "numbers as R100001 and RK100001 are given by the service"));
        }
        return Optional.empty();
    }
}
