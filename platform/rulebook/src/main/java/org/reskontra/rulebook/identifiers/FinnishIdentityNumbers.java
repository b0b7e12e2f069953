package org.reskontra.rulebook.identifiers;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.identifiers.IdentityNumber.Kind;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed.Invalid;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed.Valid;

/** Henkilötunnus (Act 661/2009; the extra century signs since 2023-01-01) and Y-tunnus (Act 244/2001). */
final class FinnishIdentityNumbers {

    private static final Pattern ORGANISATION = Pattern.compile("[0-9]{6,7}-?[0-9]");
    private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2};

    private FinnishIdentityNumbers() {}

    static Parsed parse(DebtorKind kind, String text, LocalDate today) {
        var written = Digits.unspaced(text).toUpperCase(Locale.ROOT);
        return switch (kind) {
            case CONSUMER -> person(written, today);
            case BUSINESS, PUBLIC_BODY -> organisation(written);
        };
    }

    private static Parsed person(String written, LocalDate today) {
        if (!Kind.HENKILOTUNNUS.fits(written)) {
            return new Invalid("must be 11 characters, such as DDMMYY-NNNC");
        }
        int remainder = Integer.parseInt(written.substring(0, 6) + written.substring(7, 10)) % 31;
        if (written.charAt(10) != CHECK_CHARACTERS.charAt(remainder)) {
            return new Invalid("the check character is wrong");
        }
        int individual = Integer.parseInt(written.substring(7, 10));
        if (individual < 2 || individual > 899) {
            return new Invalid("individual numbers run from 002 to 899");
        }
        var born = birthDate(written);
        if (born.isEmpty()) {
            return new Invalid("has no such day of birth");
        }
        if (born.get().isAfter(today)) {
            return new Invalid("the day of birth lies ahead");
        }
        return new Valid(new IdentityNumber(written, Kind.HENKILOTUNNUS));
    }

    /** The day that a henkilötunnus names; empty when the calendar has no such day. */
    static Optional<LocalDate> birthDate(String written) {
        int year = century(written.charAt(6)) + Integer.parseInt(written.substring(4, 6));
        int month = Integer.parseInt(written.substring(2, 4));
        int day = Integer.parseInt(written.substring(0, 2));
        return IdentityNumbers.day(year, month, day);
    }

    private static int century(char sign) {
        return switch (sign) {
            case '+' -> 1800;
            case 'A', 'B', 'C', 'D', 'E', 'F' -> 2000;
            default -> 1900;
        };
    }

    private static Parsed organisation(String written) {
        if (!ORGANISATION.matcher(written).matches()) {
            return new Invalid("must be 8 digits, such as 1234567-1");
        }
        var digits = written.replace("-", "");
        if (digits.length() == 7) {
            digits = "0" + digits; // numbers of the old register have lost their zero
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int remainder = sum % 11;
        int check = remainder == 0 ? 0 : 11 - remainder; // remainder 1 gives 10, which no digit is
        if (digits.charAt(7) - '0' != check) {
            return new Invalid("the check digit is wrong");
        }
        return new Valid(new IdentityNumber(digits.substring(0, 7) + "-" + digits.charAt(7), Kind.Y_TUNNUS));
    }
}
