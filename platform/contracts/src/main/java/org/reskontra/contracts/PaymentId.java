package org.reskontra.contracts;

import java.util.UUID;

/** Money received. */
public record PaymentId(UUID value) implements Identifier {

    public static PaymentId of(String uuid) {
        return new PaymentId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
