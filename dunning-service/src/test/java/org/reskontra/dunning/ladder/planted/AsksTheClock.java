package org.reskontra.dunning.ladder.planted;

import java.time.LocalDate;
import java.util.UUID;

/** Planted: a core that makes its own days and ids. */
public class AsksTheClock {

    LocalDate today = LocalDate.now();
    UUID id = UUID.randomUUID();
}
