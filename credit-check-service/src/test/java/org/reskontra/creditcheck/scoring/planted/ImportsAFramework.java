package org.reskontra.creditcheck.scoring.planted;

import io.smallrye.mutiny.Uni;

/** A violation, planted. */
public class ImportsAFramework {
    Uni<Void> violation = Uni.createFrom().voidItem();
}
