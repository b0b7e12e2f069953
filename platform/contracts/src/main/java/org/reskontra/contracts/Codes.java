package org.reskontra.contracts;

import java.util.regex.Pattern;

/**
 * Reasons in events are codes, never sentences: what a mail server or a person wrote may hold a name or an address.
 */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*");
    private static final int LONGEST = 64;

    private Codes() {}

    /**
     * The code itself.
     *
     * @throws IllegalArgumentException when it isn't one; the message does not repeat it
     */
    static String code(String text) {
        if (text.length() > LONGEST || !CODE.matcher(text).matches()) {
            throw new IllegalArgumentException("a reason must be a code such as no-email-address, not free text");
        }
        return text;
    }
}
