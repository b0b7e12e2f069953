package org.reskontra.invoice.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.rulebook.identifiers.IdentityNumber;
import org.reskontra.rulebook.identifiers.IdentityNumbers;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed;

/** What an entry of the customer register must be. */
public final class CustomerRules {

    public static final int MOST_ADDRESSES = 5;
    public static final int LONGEST_NAME = 200;

    private static final Pattern NUMBER = Pattern.compile("[\\S&&\\P{Cntrl}](?:\\P{Cntrl}{0,62}[\\S&&\\P{Cntrl}])?");
    // RFC 5321 limits; no quoted local parts, no address literals
    private static final Pattern EMAIL = Pattern.compile(
            "(?=.{3,254}$)[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{3,24}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CustomerRules() {}

    /** What became of a form. */
    public sealed interface Checked {

        /**
         * It can be taken in.
         *
         * @param identityNumber in its normal form
         */
        record Acceptable(CustomerForm form, Optional<IdentityNumber> identityNumber) implements Checked {}

        /** It cannot be read. */
        record Malformed(List<Flaw> flaws) implements Checked {
            public Malformed {
                flaws = List.copyOf(flaws);
            }
        }
    }

    /**
     * Checks a form.
     *
     * @param today settles the century of ten-digit personal numbers
     */
    public static Checked check(CustomerForm form, LocalDate today) {
        var flaws = new ArrayList<Flaw>();
        if (form.number() != null && !NUMBER.matcher(form.number()).matches()) {
            flaws.add(new Flaw("/number", "length", "a customer number has 1 to 64 signs"));
        }
        length(flaws, "/legalName", form.legalName(), LONGEST_NAME);
        if (form.legalForm() != null) {
            length(flaws, "/legalForm", form.legalForm(), 60);
        }
        each(flaws, "/emails", form.emails(), EMAIL, "an e-mail address has the form name@example.com");
        each(
                flaws,
                "/phones",
                form.phones(),
                PHONE,
                "a telephone number has 4 to 25 digits, after a + if international");
        if (!LANGUAGES.contains(form.language())) {
            flaws.add(new Flaw("/language", "unknown-language", "a language is an ISO 639-1 code, as sv"));
        }
        address(flaws, form.postalAddress());
        var number = identityNumber(flaws, form, today);
        return flaws.isEmpty() ? new Checked.Acceptable(form, number) : new Checked.Malformed(flaws);
    }

    private static Optional<IdentityNumber> identityNumber(List<Flaw> flaws, CustomerForm form, LocalDate today) {
        if (form.identityNumber() == null) {
            return Optional.empty();
        }
        return switch (IdentityNumbers.parse(form.country(), form.kind(), form.identityNumber(), today)) {
            case Parsed.Valid(var number) -> Optional.of(number);
            case Parsed.Invalid(var reason) -> {
                flaws.add(new Flaw("/identityNumber", "identity-number", reason));
                yield Optional.empty();
            }
        };
    }

    private static void address(List<Flaw> flaws, @Nullable PostalAddress address) {
        if (address == null) {
            return;
        }
        length(flaws, "/postalAddress/street", address.street(), 200);
        length(flaws, "/postalAddress/postcode", address.postcode(), 12);
        length(flaws, "/postalAddress/town", address.town(), 80);
        if (!COUNTRIES.contains(address.country())) {
            flaws.add(new Flaw("/postalAddress/country", "unknown-country", "a country is an ISO 3166-1 code, as SE"));
        }
    }

    private static void each(List<Flaw> flaws, String pointer, List<String> values, Pattern form, String detail) {
        if (values.size() > MOST_ADDRESSES) {
            flaws.add(new Flaw(pointer, "too-many", "at most " + MOST_ADDRESSES));
        }
        for (int i = 0; i < Math.min(values.size(), MOST_ADDRESSES); i++) {
            if (!form.matcher(values.get(i)).matches()) {
                flaws.add(new Flaw(pointer + "/" + i, "malformed", detail));
            }
        }
    }

    private static void length(List<Flaw> flaws, String pointer, @Nullable String text, int most) {
        if (text == null || text.isBlank() || text.length() > most || Flaw.holdsControlSigns(text)) {
            flaws.add(new Flaw(pointer, "length", "1 to " + most + " signs"));
        }
    }
}
