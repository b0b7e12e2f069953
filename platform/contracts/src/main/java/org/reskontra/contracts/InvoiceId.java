package org.reskontra.contracts;

import java.util.UUID;

/** An invoice; also the key of its dunning case. */
public record InvoiceId(UUID value) implements Identifier {

    public static InvoiceId of(String uuid) {
        return new InvoiceId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
