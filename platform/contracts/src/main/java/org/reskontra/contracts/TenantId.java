package org.reskontra.contracts;

import java.util.UUID;

/** A creditor, factoring company or agency that uses the platform; every row and event belongs to one. */
public record TenantId(UUID value) implements Identifier {

    public static TenantId of(String uuid) {
        return new TenantId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
