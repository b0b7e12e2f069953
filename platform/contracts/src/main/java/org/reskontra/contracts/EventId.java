package org.reskontra.contracts;

import java.util.UUID;

/** A published event; UUIDv7, unique per publisher. */
public record EventId(UUID value) implements Identifier {

    public static EventId of(String uuid) {
        return new EventId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
