package org.reskontra.invoice.bankfiles;

import java.util.Locale;

/**
 * An account as the bank names it.
 *
 * @param number without blanks and hyphens; a giro number without leading zeros
 */
public record Account(Scheme scheme, String number) {

    /** Whose numbering. */
    public enum Scheme {
        BANKGIRO,
        PLUSGIRO,
        IBAN,
        /** The bank's own. */
        OTHER
    }

    public static Account bankgiro(String number) {
        return giro(Scheme.BANKGIRO, number);
    }

    static Account giro(Scheme scheme, String number) {
        return new Account(scheme, plain(number).replaceFirst("^0+(?=.)", ""));
    }

    public static Account iban(String number) {
        return new Account(Scheme.IBAN, plain(number));
    }

    static Account other(String number) {
        return new Account(Scheme.OTHER, plain(number));
    }

    /** Whether both name one account; a number of no stated scheme may be of any. */
    boolean isSameAs(Account another) {
        return number.equals(another.number)
                && (scheme == another.scheme || scheme == Scheme.OTHER || another.scheme == Scheme.OTHER);
    }

    @Override
    public String toString() {
        return scheme == Scheme.OTHER ? "account " + number : scheme.name().toLowerCase(Locale.ROOT) + " " + number;
    }

    private static String plain(String number) {
        return number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
