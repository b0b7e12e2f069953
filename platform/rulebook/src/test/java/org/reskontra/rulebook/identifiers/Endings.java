package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

/** A number and those that differ from it in the last sign. */
public final class Endings {

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Endings() {}

    /** The number is read into its normal form, and is no number with any other last sign. */
    public static void assertOnlyLastSign(Scheme scheme, String written, String normal) {
        assertEquals(Optional.of(normal), scheme.read(written));
        int last = written.length() - 1;
        SIGNS.chars()
                .mapToObj(Character::toString)
                .filter(sign -> !written.endsWith(sign))
                .map(sign -> written.substring(0, last) + sign)
                .forEach(wrong -> assertEquals(Optional.empty(), scheme.read(wrong), wrong));
    }
}
