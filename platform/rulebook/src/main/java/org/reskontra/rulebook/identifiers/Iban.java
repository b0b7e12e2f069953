package org.reskontra.rulebook.identifiers;

import fr.marcwrobel.jbanking.IsoCountry;
import fr.marcwrobel.jbanking.checkdigit.IbanCheckDigit;
import fr.marcwrobel.jbanking.iban.BbanStructure;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An international bank account number (ISO 13616), checked: its country has IBANs, the account number is formed as
 * that country forms them, and the check digits are right. Check digits that a country has put inside the account
 * number are not looked at.
 *
 * @param normalised without spaces, letters in upper case, such as {@code SE4550000000058398257466}; anything that is
 *     no such number throws {@link IllegalArgumentException}
 */
public record Iban(String normalised) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]{1,30}");

    /** What became of a text. */
    public sealed interface Parsed {

        record Valid(Iban iban) implements Parsed {}

        /**
         * No IBAN.
         *
         * @param reason for a person to read
         */
        record Invalid(String reason) implements Parsed {}
    }

    public Iban {
        var flaw = flaw(normalised);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("'" + normalised + "': " + flaw.get());
        }
    }

    /** Reads an IBAN in any case; spaces, hyphens and the dots of Norwegian account numbers do not count. */
    public static Parsed parse(String text) {
        var normalised = Digits.unspaced(text).replaceAll("[-.]", "").toUpperCase(Locale.ROOT);
        return flaw(normalised)
                .<Parsed>map(Parsed.Invalid::new)
                .orElseGet(() -> new Parsed.Valid(new Iban(normalised)));
    }

    /** Two letters, upper case: an ISO 3166-1 code, or {@code XK} for Kosovo, which has none. */
    public String countryCode() {
        return normalised.substring(0, 2);
    }

    /** As it is printed: {@code SE45 5000 0000 0583 9825 7466}. */
    public String written() {
        return Groups.ofFour(normalised);
    }

    private static Optional<String> flaw(String normalised) {
        if (!FORM.matcher(normalised).matches()) {
            return Optional.of("must be a country code, two check digits and an account number");
        }
        var country = normalised.substring(0, 2);
        if (IsoCountry.fromAlpha2Code(country)
                .flatMap(BbanStructure::forCountry)
                .isEmpty()) {
            return Optional.of("no IBAN begins with " + country);
        }
        if (!IbanCheckDigit.INSTANCE.validate(normalised)) {
            return Optional.of("the check digits do not fit the rest");
        }
        return fr.marcwrobel.jbanking.iban.Iban.isValid(normalised)
                ? Optional.empty()
                : Optional.of("account numbers of " + country + " are formed otherwise");
    }
}
