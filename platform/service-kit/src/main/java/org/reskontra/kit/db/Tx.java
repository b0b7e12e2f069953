package org.reskontra.kit.db;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.tenants.Tenant;

/**
 * One database transaction of one tenant, with the tenant's wall up and its business date fixed. Work on it one step
 * after the other ({@code chain}), never side by side: a session is one connection.
 */
public final class Tx {

    private static final String THE_SERVICE = "service";

    private final Mutiny.StatelessSession session;
    private final Tenant tenant;
    private final String actor;
    private final Map<UUID, String> origins;

    Tx(Mutiny.StatelessSession session, Tenant tenant) {
        this(session, tenant, THE_SERVICE, Map.of());
    }

    private Tx(Mutiny.StatelessSession session, Tenant tenant, String actor, Map<UUID, String> origins) {
        this.session = session;
        this.tenant = tenant;
        this.actor = actor;
        this.origins = origins;
    }

    public Mutiny.StatelessSession session() {
        return session;
    }

    public Tenant tenant() {
        return tenant;
    }

    public TenantId tenantId() {
        return tenant.id();
    }

    /** The tenant's business date, the same for the whole transaction. */
    public LocalDate today() {
        return tenant.today();
    }

    /**
     * Who acts, for journals: the subject of a caller's token, the topic whose news is handled, or {@code service} where
     * the service acts by itself.
     */
    public String actor() {
        return actor;
    }

    /** The same transaction, on behalf of somebody. */
    public Tx by(String who) {
        return new Tx(session, tenant, who, origins);
    }

    /** The same transaction, knowing which trace each aggregate's news came in with. */
    public Tx tracing(Map<UUID, String> traceparents) {
        return new Tx(session, tenant, actor, traceparents);
    }

    /** The W3C traceparent that news of this aggregate came in with. */
    public @Nullable String origin(UUID aggregate) {
        return origins.get(aggregate);
    }
}
