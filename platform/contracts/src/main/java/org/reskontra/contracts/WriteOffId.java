package org.reskontra.contracts;

import java.util.UUID;

/** What a creditor gave up on an invoice in one go. */
public record WriteOffId(UUID value) implements Identifier {

    public static WriteOffId of(String uuid) {
        return new WriteOffId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
