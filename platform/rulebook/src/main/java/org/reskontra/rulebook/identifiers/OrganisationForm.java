package org.reskontra.rulebook.identifiers;

/** What kind of legal person a Swedish organisationsnummer belongs to, by its first digit (Act 1974:174). */
public enum OrganisationForm {
    ESTATE('1'),
    PUBLIC('2'),
    FOREIGN('3'),
    LIMITED_COMPANY('5'),
    SIMPLE_PARTNERSHIP('6'),
    ECONOMIC_ASSOCIATION('7'),
    NON_PROFIT('8'),
    TRADING_PARTNERSHIP('9'),
    /** A first digit without an assigned meaning. */
    OTHER('0');

    private final char firstDigit;

    OrganisationForm(char firstDigit) {
        this.firstDigit = firstDigit;
    }

    /**
     * The form behind the number.
     *
     * @throws IllegalArgumentException when it is no organisationsnummer
     */
    public static OrganisationForm of(IdentityNumber number) {
        if (number.kind() != IdentityNumber.Kind.ORGANISATIONSNUMMER) {
            throw new IllegalArgumentException(number + " has no organisation form");
        }
        for (var form : values()) {
            if (form.firstDigit == number.normalised().charAt(0)) {
                return form;
            }
        }
        return OTHER;
    }
}
