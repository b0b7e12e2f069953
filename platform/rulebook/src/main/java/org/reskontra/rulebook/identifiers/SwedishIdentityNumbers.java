package org.reskontra.rulebook.identifiers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.identifiers.IdentityNumber.Kind;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed.Invalid;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed.Valid;

/**
 * Personnummer and samordningsnummer (Population Registration Act 1991:481 s. 18, Act 2022:1697) and organisationsnummer
 * (Act 1974:174).
 */
final class SwedishIdentityNumbers {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{2})?([0-9]{6})([-+]?)([0-9]{4})");

    /** What a plus sign becomes on its way through a form, and then reads a hundred years younger. */
    private static final Pattern LOST_SIGN = Pattern.compile("[0-9]{2}[01][0-9]{3} [0-9]{4}");

    private static final String ORGANISATION_PREFIX = "16";
    private static final int COORDINATION_DAYS = 60;
    private static final int EARLIEST_BIRTH = 1840;

    private SwedishIdentityNumbers() {}

    static Parsed parse(DebtorKind kind, String text, LocalDate today) {
        if (LOST_SIGN.matcher(text.strip()).matches()) {
            return new Invalid("needs - or + before the last four digits, or the century");
        }
        var written = WRITTEN.matcher(Digits.unspaced(text));
        if (!written.matches()) {
            return new Invalid("must be 10 or 12 digits, such as YYMMDD-NNNN");
        }
        var digits = written.group(2) + written.group(4);
        var prefix = written.group(1);
        boolean plus = "+".equals(written.group(3));
        boolean organisation = digits.charAt(2) >= '2' && (prefix == null || prefix.equals(ORGANISATION_PREFIX));
        if (organisation && plus) {
            return new Invalid("an organisationsnummer has no plus sign");
        }
        if (!Luhn.valid(digits)) {
            return new Invalid("the check digit is wrong");
        }
        return switch (kind) {
            case CONSUMER ->
                organisation
                        ? new Invalid("is an organisationsnummer; a consumer has a personal number")
                        : person(prefix, digits, plus, today);
            case BUSINESS -> organisation ? organisation(digits) : person(prefix, digits, plus, today);
            case PUBLIC_BODY ->
                organisation
                        ? organisation(digits)
                        : new Invalid("is a personal number; a public body has an organisationsnummer");
        };
    }

    private static Parsed organisation(String digits) {
        return new Valid(new IdentityNumber(digits, Kind.ORGANISATIONSNUMMER));
    }

    private static Parsed person(@Nullable String century, String digits, boolean plus, LocalDate today) {
        int year = Integer.parseInt(digits.substring(0, 2));
        int fullYear = century == null ? nearest(year, plus, today) : Integer.parseInt(century) * 100 + year;
        if (fullYear < EARLIEST_BIRTH) {
            return new Invalid("the year of birth is impossible");
        }
        if (plus && fullYear > today.getYear() - 100) {
            return new Invalid("the plus sign is for those who turn 100");
        }
        if (digits.startsWith("000", 6)) {
            return new Invalid("the birth number 000 is not used");
        }
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6));
        var twelve = fullYear / 100 + digits;
        var born = birthDate(twelve);
        boolean coordination = day >= COORDINATION_DAYS;
        if (coordination ? month > 12 || day > COORDINATION_DAYS + 31 : born.isEmpty()) {
            return new Invalid("has no such day of birth");
        }
        // A samordningsnummer may leave the month or the day open (00) or hold a day that its month does not have.
        if (fullYear > today.getYear() || (born.isPresent() && born.get().isAfter(today))) {
            return new Invalid("the day of birth lies ahead");
        }
        return new Valid(new IdentityNumber(twelve, coordination ? Kind.SAMORDNINGSNUMMER : Kind.PERSONNUMMER));
    }

    /** The day that 12 digits name, 60 taken off a samordningsnummer's; empty when the calendar has no such day. */
    static Optional<LocalDate> birthDate(String twelve) {
        int year = Integer.parseInt(twelve.substring(0, 4));
        int month = Integer.parseInt(twelve.substring(4, 6));
        int day = Integer.parseInt(twelve.substring(6, 8));
        return IdentityNumbers.day(year, month, day >= COORDINATION_DAYS ? day - COORDINATION_DAYS : day);
    }

    /** The latest year with these two digits that has begun; a hundred years earlier with a plus sign. */
    private static int nearest(int twoDigits, boolean plus, LocalDate today) {
        int thisYear = today.getYear();
        int latest = thisYear - Math.floorMod(thisYear - twoDigits, 100);
        return plus ? latest - 100 : latest;
    }
}
