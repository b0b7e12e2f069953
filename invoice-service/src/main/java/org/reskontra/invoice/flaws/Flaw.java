package org.reskontra.invoice.flaws;

import java.util.regex.Pattern;

/**
 * Something in the input that cannot be right whatever the circumstances.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request
 * @param code kebab case, stable
 */
public record Flaw(String pointer, String code, String detail) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Whether a text holds control signs, such as line ends or NUL, that belong on no letter and in no table. */
    public static boolean holdsControlSigns(String text) {
        return CONTROL.matcher(text).find();
    }
}
