package org.reskontra.contracts;

import java.util.UUID;

/** A claim handed over to collection. */
public record CollectionCaseId(UUID value) implements Identifier {

    public static CollectionCaseId of(String uuid) {
        return new CollectionCaseId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
