package org.reskontra.collection.process.planted;

import java.util.UUID;

/** A violation, planted. */
public class RollsDice {
    UUID violation = UUID.randomUUID();
}
