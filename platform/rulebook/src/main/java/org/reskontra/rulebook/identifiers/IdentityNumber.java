package org.reskontra.rulebook.identifiers;

/**
 * The number by which a person or an organisation is registered, checked and in its normal form.
 *
 * @param normalised organisationsnummer: 10 digits; personnummer and samordningsnummer: 12 digits, century first;
 *     henkilötunnus: 11 characters such as {@code 131052-308T}; Y-tunnus: 9 characters such as {@code 0112038-9}
 */
public record IdentityNumber(String normalised, Kind kind) {

    /** Whose number it is. */
    public enum Kind {
        PERSONNUMMER(true),
        SAMORDNINGSNUMMER(true),
        ORGANISATIONSNUMMER(false),
        /** Finland, natural persons. */
        HENKILOTUNNUS(true),
        /** Finland, organisations and sole traders. */
        Y_TUNNUS(false);

        private final boolean personal;

        Kind(boolean personal) {
            this.personal = personal;
        }

        /** Whether it identifies a natural person. */
        public boolean personal() {
            return personal;
        }
    }

    /** Masked for natural persons, so that no log holds a personal number. */
    @Override
    public String toString() {
        return kind + " " + (kind.personal() ? "****" : normalised);
    }
}
