package org.reskontra.contracts;

import java.util.UUID;

/** An entry of a tenant's customer register. */
public record CustomerId(UUID value) implements Identifier {

    public static CustomerId of(String uuid) {
        return new CustomerId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
