package org.reskontra.rulebook.planted;

import java.time.LocalDate;

/** Planted: asks what day it is. */
public final class AsksTheClock {

    private AsksTheClock() {}

    public static LocalDate today() {
        return LocalDate.now();
    }
}
