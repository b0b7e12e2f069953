package org.reskontra.kit.db;

import org.reskontra.contracts.TenantId;

/** This service has not heard of the tenant, or not yet. */
public class UnknownTenant extends RuntimeException {

    public UnknownTenant(TenantId tenant) {
        super("tenant " + tenant + " is not known here");
    }
}
