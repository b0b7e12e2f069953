package org.reskontra.rulebook.identifiers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;

/** Reads identity numbers as people write them, with or without spaces, hyphens and century. */
public final class IdentityNumbers {

    /** What {@link #parse} made of a text. */
    public sealed interface Parsed {

        record Valid(IdentityNumber number) implements Parsed {}

        /**
         * No such number.
         *
         * @param reason for a person to read; never repeats the number
         */
        record Invalid(String reason) implements Parsed {}
    }

    private IdentityNumbers() {}

    /**
     * The number of a consumer (a natural person), a business (an organisation, or a person who trades under her own
     * number) or a public body (an organisation).
     *
     * @param text Sweden: {@code 556036-0793}, {@code 165560360793}, {@code 811228-9874}, {@code 19811228-9874};
     *     {@code +} instead of {@code -} says that the person turns 100 this year or has done so. Finland:
     *     {@code 131052-308T} for a consumer, {@code 0112038-9} for the others, sole traders included
     * @param today settles the century of ten-digit personal numbers; nobody is born after it
     * @return invalid also for a country whose numbers are not known here
     */
    public static Parsed parse(Country country, DebtorKind kind, String text, LocalDate today) {
        if (country.equals(Country.SE)) {
            return SwedishIdentityNumbers.parse(kind, text, today);
        }
        if (country.equals(Country.FI)) {
            return FinnishIdentityNumbers.parse(kind, text, today);
        }
        return new Parsed.Invalid("identity numbers of " + country + " are not known");
    }

    /** That day; empty when the calendar has none. */
    static Optional<LocalDate> day(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }
}
