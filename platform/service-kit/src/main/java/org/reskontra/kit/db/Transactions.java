package org.reskontra.kit.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.kit.tenants.TenantRows;

/**
 * The one way into the database. Each call opens a stateless session of its own, starts a transaction, puts the
 * tenant's wall up and commits when the work succeeds; a failure rolls everything back and is passed on.
 *
 * <p>Call it on a Vert.x context: a REST method has one, other threads get one from {@link Blocking}.
 */
@ApplicationScoped
public class Transactions {

    private final Mutiny.SessionFactory sessions;
    private final TenantRows tenants;

    Transactions(Mutiny.SessionFactory sessions, TenantRows tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** Runs work for a tenant; fails with {@link UnknownTenant} when there is no such tenant. */
    public <T> Uni<T> in(TenantId tenant, Function<Tx, Uni<T>> work) {
        return apart(session -> entered(session, tenant, tenants.enter(session, tenant), work));
    }

    /** As {@link #in}, for work that promises to change nothing; the database holds it to that. */
    public <T> Uni<T> reading(TenantId tenant, Function<Tx, Uni<T>> work) {
        return apart(session -> entered(session, tenant, tenants.enterToRead(session, tenant), work));
    }

    private static <T> Uni<T> entered(
            Mutiny.StatelessSession session, TenantId tenant, Uni<Tenant> entering, Function<Tx, Uni<T>> work) {
        return entering.onItem()
                .ifNull()
                .failWith(() -> new UnknownTenant(tenant))
                .chain(known -> work.apply(new Tx(session, known)));
    }

    /** Writes the tenant's settings and goes on as that tenant, all in one transaction. */
    public <T> Uni<T> creating(Tenant tenant, Function<Tx, Uni<T>> work) {
        return apart(session -> tenants.insert(session, tenant)
                .chain(() -> tenants.enter(session, tenant.id()))
                .chain(known -> work.apply(new Tx(session, known))));
    }

    /** Runs work of no tenant: every walled table is empty for it. */
    public <T> Uni<T> apart(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.openStatelessSession()
                .chain(session -> session.withTransaction(transaction -> work.apply(session))
                        .eventually(session::close));
    }

    /** Every tenant of this service. */
    public Uni<List<TenantId>> tenants() {
        return apart(tenants::all);
    }
}
