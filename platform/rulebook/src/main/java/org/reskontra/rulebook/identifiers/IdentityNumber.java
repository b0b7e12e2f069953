package org.reskontra.rulebook.identifiers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number by which a person or an organisation is registered, checked and in its normal form.
 *
 * @param normalised organisationsnummer: 10 digits; personnummer and samordningsnummer: 12 digits, century first;
 *     henkilötunnus: 11 characters such as {@code 131052-308T}; Y-tunnus: 9 characters such as {@code 0112038-9}; another
 *     form throws {@link IllegalArgumentException}
 */
public record IdentityNumber(String normalised, Kind kind) {

    /** Whose number it is. */
    public enum Kind {
        PERSONNUMMER(true, "[0-9]{12}"),
        SAMORDNINGSNUMMER(true, "[0-9]{12}"),
        ORGANISATIONSNUMMER(false, "[0-9]{10}"),
        /** Finland, natural persons. */
        HENKILOTUNNUS(true, "[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]"),
        /** Finland, organisations and sole traders. */
        Y_TUNNUS(false, "[0-9]{7}-[0-9]");

        private final boolean personal;
        private final Pattern form;

        Kind(boolean personal, String form) {
            this.personal = personal;
            this.form = Pattern.compile(form);
        }

        /** Whether the text has the normal form; the check digit is another matter. */
        boolean fits(String text) {
            return form.matcher(text).matches();
        }

        /** Whether it identifies a natural person. */
        public boolean personal() {
            return personal;
        }
    }

    public IdentityNumber {
        if (!kind.fits(normalised)) {
            throw new IllegalArgumentException("not the normal form of a " + kind);
        }
    }

    /**
     * The day on which the person was born; empty for organisations, and for a samordningsnummer that leaves the day
     * open or holds one that its month does not have.
     */
    public Optional<LocalDate> birthDate() {
        return switch (kind) {
            case PERSONNUMMER, SAMORDNINGSNUMMER -> SwedishIdentityNumbers.birthDate(normalised);
            case HENKILOTUNNUS -> FinnishIdentityNumbers.birthDate(normalised);
            case ORGANISATIONSNUMMER, Y_TUNNUS -> Optional.empty();
        };
    }

    /** Masked for natural persons, so that no log holds a personal number. */
    @Override
    public String toString() {
        return kind + " " + (kind.personal() ? "****" : normalised);
    }
}
