package org.reskontra.creditcheck.scoring.planted;

import java.time.LocalDate;

/** A violation, planted. */
public class AsksTheClock {
    LocalDate violation = LocalDate.now();
}
