package org.reskontra.rulebook.identifiers;

/**
 * The number by which a person or an organisation is registered, checked and in its normal form.
 *
 * @param normalised organisationsnummer: 10 digits; personnummer and samordningsnummer: 12 digits, century first
 */
public record IdentityNumber(String normalised, Kind kind) {

    /** Whose number it is. */
    public enum Kind {
        PERSONNUMMER(true),
        SAMORDNINGSNUMMER(true),
        ORGANISATIONSNUMMER(false);

        private final boolean personal;

        Kind(boolean personal) {
            this.personal = personal;
        }

        /** Whether it identifies a natural person. */
        public boolean personal() {
            return personal;
        }
    }

    /** Masked for natural persons, so that no log holds a personal number: only the year of birth is left. */
    @Override
    public String toString() {
        if (!kind.personal()) {
            return kind + " " + normalised;
        }
        int shown = Math.min(4, normalised.length());
        return kind + " " + normalised.substring(0, shown) + "*".repeat(normalised.length() - shown);
    }
}
