package org.reskontra.contracts;

import java.util.UUID;

/** A message sent to a debtor, kept exactly as it was sent. */
public record LetterId(UUID value) implements Identifier {

    public static LetterId of(String uuid) {
        return new LetterId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
