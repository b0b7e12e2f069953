package org.reskontra.dunning.ladder.planted;

import io.smallrye.mutiny.Uni;

/** Planted: a core that knows a framework. */
public class ImportsMutiny {

    Uni<Void> later() {
        return Uni.createFrom().voidItem();
    }
}
