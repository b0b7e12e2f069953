package org.reskontra.rulebook.identifiers;

/** What people type around digits. */
final class Digits {

    private Digits() {}

    /** Without white space of any kind, no-break spaces included. */
    static String unspaced(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Only 0 to 9 and at least one of them; digits of other scripts do not count. */
    static boolean only(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
