package org.reskontra.invoice.invoicing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.rulebook.identifiers.OcrReference;

/**
 * The reference a debtor pays with: an OCR number with a length digit and a check digit (Bankgirot's agreement with
 * hard check and length check).
 *
 * <p>A number of digits carries its own reference, so that it can be known beforehand. Every other invoice takes its
 * reference from one of two series whose bases are twelve digits: 8… for our own invoice numbers, 9… for a creditor's
 * numbers that hold more than digits. A creditor's number of that shape goes by the second series too, so no two
 * sources can make the same reference.
 */
public final class PaymentReferences {

    private static final Pattern OWN_BASE = Pattern.compile("\\d{1,23}");
    private static final Pattern RESERVED = Pattern.compile("[89]\\d{11}");
    private static final Pattern GIVEN = Pattern.compile("[A-Z0-9][A-Z0-9/+.-]{0,34}");
    private static final long SERIES_SIZE = 100_000_000_000L;

    private PaymentReferences() {}

    /** The reference that a creditor's own number carries; empty: take the next of the series. */
    public static Optional<String> carriedBy(String number) {
        return OWN_BASE.matcher(number).matches() && !RESERVED.matcher(number).matches()
                ? Optional.of(OcrReference.hardCheckWithLength(number))
                : Optional.empty();
    }

    /** For the invoice at that place of our own number series, counted from 1. */
    public static String ofOwnNumber(long place) {
        return ofSeries(8, place);
    }

    /** For a creditor's number that carries no reference: the next place of a series of its own, counted from 1. */
    public static String ofForeignNumber(long place) {
        return ofSeries(9, place);
    }

    /** The one form in which references are stored and compared: without blanks, in capitals. */
    public static String normalised(String reference) {
        return reference.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a reference that came with the invoice. */
    static Optional<Flaw> flaw(String reference) {
        return GIVEN.matcher(normalised(reference)).matches()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "/paymentReference", "malformed", "a payment reference has 1 to 35 letters and digits"));
    }

    private static String ofSeries(int digit, long place) {
        if (place < 1 || place >= SERIES_SIZE) {
            throw new IllegalArgumentException("a place in a series of references is 1 to 99 999 999 999");
        }
        return OcrReference.hardCheckWithLength(digit + "%011d".formatted(place));
    }
}
