package org.reskontra.creditcheck.scoring.planted;

import java.util.UUID;

/** A violation, planted. */
public class RollsDice {
    UUID violation = UUID.randomUUID();
}
