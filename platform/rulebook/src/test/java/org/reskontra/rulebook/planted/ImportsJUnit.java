package org.reskontra.rulebook.planted;

import org.junit.jupiter.api.Assertions;

/** Planted: leans on a library the rulebook must not know. */
public final class ImportsJUnit {

    private ImportsJUnit() {}

    public static void lean() {
        Assertions.assertTrue(true);
    }
}
