package org.reskontra.contracts;

import java.util.Locale;
import java.util.Set;

/**
 * ISO 3166-1 alpha-2 country code, upper case. Which countries the platform has law for is a question to the rulebook;
 * this type only refuses what is no country.
 */
public record Country(String code) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    public static final Country SE = new Country("SE");
    public static final Country FI = new Country("FI");
    public static final Country NO = new Country("NO");
    public static final Country DK = new Country("DK");

    public Country {
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException("'" + code + "' is not an ISO 3166-1 alpha-2 country code");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
