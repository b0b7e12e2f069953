package org.reskontra.kit.rest;

/** Roles of the {@code groups} claim. */
public final class Roles {

    /** Reads and writes on behalf of the tenant's systems. */
    public static final String INTEGRATOR = "integrator";

    /** A person who also decides: holds, write-offs, plans. */
    public static final String CLERK = "clerk";

    /** Runs the platform: tenants, policies, replay. */
    public static final String OPERATOR = "operator";

    /** Reads everything of the tenant, changes nothing. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
