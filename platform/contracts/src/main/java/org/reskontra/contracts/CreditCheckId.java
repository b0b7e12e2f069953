package org.reskontra.contracts;

import java.util.UUID;

/** One answered credit check. */
public record CreditCheckId(UUID value) implements Identifier {

    public static CreditCheckId of(String uuid) {
        return new CreditCheckId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
