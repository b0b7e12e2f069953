package org.reskontra.dunning.cases.planted;

import io.smallrye.mutiny.Uni;

/** Planted: two pieces of work at once, which one database session cannot do. */
public class WorksSideBySide {

    Uni<?> both(Uni<String> one, Uni<String> other) {
        return Uni.combine().all().unis(one, other).asTuple();
    }
}
