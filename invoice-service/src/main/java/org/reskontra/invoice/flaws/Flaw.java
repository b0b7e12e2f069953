package org.reskontra.invoice.flaws;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Something in the input that cannot be right whatever the circumstances.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request
 * @param code kebab case, stable
 */
public record Flaw(String pointer, String code, String detail) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    /** Whether a text holds control signs, such as line ends or NUL, that belong on no letter and in no table. */
    public static boolean holdsControlSigns(String text) {
        return CONTROL.matcher(text).find();
    }

    /** Whether a date is outside 1900 to 2999, and so a slip of the pen whatever it is for. */
    public static boolean isOffTheCalendar(LocalDate date) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR;
    }
}
