package org.reskontra.kit.tenants;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.TenantEvent.TenantChanged;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.clock.BusinessClock;

/** The service's copy of the tenants: written by invoice-service itself, by the others from {@code tenant-events}. */
@ApplicationScoped
public class TenantRows {

    private static final String ENTER = """
            select cast(country as text), zone, currency, sandbox, today, creditor_name, organisation_number,
                   bankgiro, iban, reply_to, set_config('reskontra.tenant', cast(tenant_id as text), true)
            from tenant where tenant_id = :tenant""";

    private static final String ENTER_TO_READ =
            ENTER.replace("set_config(", "set_config('transaction_read_only', 'on', true), set_config(");

    private static final String SAVE = """
            insert into tenant (tenant_id, country, zone, currency, sandbox, today, creditor_name,
                                organisation_number, bankgiro, iban, reply_to, version)
            values (:tenant, :country, :zone, :currency, :sandbox, :today, :name, :number,
                    :bankgiro, :iban, :replyTo, :version)""";

    private static final String OR_RENEW = """
             on conflict (tenant_id) do update set
                country = excluded.country, zone = excluded.zone, currency = excluded.currency,
                sandbox = excluded.sandbox, today = greatest(tenant.today, excluded.today),
                creditor_name = excluded.creditor_name, organisation_number = excluded.organisation_number,
                bankgiro = excluded.bankgiro, iban = excluded.iban, reply_to = excluded.reply_to,
                version = excluded.version
            where tenant.version < excluded.version""";

    private final BusinessClock clock;

    TenantRows(BusinessClock clock) {
        this.clock = clock;
    }

    /** Puts the tenant's wall up for the rest of the transaction; null when the tenant is not known. */
    public Uni<@Nullable Tenant> enter(Mutiny.StatelessSession session, TenantId tenant) {
        return enter(session, tenant, ENTER);
    }

    /** As {@link #enter}, and the database lets nothing be changed in this transaction from here on. */
    public Uni<@Nullable Tenant> enterToRead(Mutiny.StatelessSession session, TenantId tenant) {
        return enter(session, tenant, ENTER_TO_READ);
    }

    private Uni<@Nullable Tenant> enter(Mutiny.StatelessSession session, TenantId tenant, String sql) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("tenant", tenant.value())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : tenant(tenant, row));
    }

    /** A new tenant; fails on one that exists. */
    public Uni<Void> insert(Mutiny.StatelessSession session, Tenant tenant) {
        return save(session, SAVE, changed(tenant), 0);
    }

    /** Applies {@code tenant-changed} unless a later version has been seen. A sandbox clock never goes back. */
    public Uni<Void> apply(Mutiny.StatelessSession session, TenantChanged event, long version) {
        return save(session, SAVE + OR_RENEW, event, version);
    }

    /** Moves a sandbox clock; a date that is not later changes nothing. */
    public Uni<Integer> advance(Mutiny.StatelessSession session, TenantId tenant, LocalDate today) {
        return session.createNativeQuery("update tenant set today = :today"
                        + " where tenant_id = :tenant and sandbox and today < :today")
                .setParameter("tenant", tenant.value())
                .setParameter("today", today)
                .executeUpdate();
    }

    public Uni<List<TenantId>> all(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select tenant_id from tenant order by tenant_id", UUID.class)
                .getResultList()
                .map(ids -> ids.stream().map(TenantId::new).toList());
    }

    /** The event that tells other services all there is to know about a tenant. */
    public static TenantChanged changed(Tenant tenant) {
        return new TenantChanged(
                tenant.id(),
                tenant.country(),
                tenant.zone(),
                tenant.currency(),
                tenant.sandbox(),
                tenant.sandbox() ? tenant.today() : null,
                tenant.creditorName(),
                tenant.organisationNumber(),
                tenant.bankgiro(),
                tenant.iban(),
                tenant.replyTo());
    }

    private static Uni<Void> save(Mutiny.StatelessSession session, String sql, TenantChanged event, long version) {
        return session.createNativeQuery(sql)
                .setParameter("tenant", event.tenant().value())
                .setParameter("country", event.country().code())
                .setParameter("zone", event.zone().getId())
                .setParameter("currency", event.currency().getCurrencyCode())
                .setParameter("sandbox", event.sandbox())
                .setParameter("today", event.today())
                .setParameter("name", event.creditorName())
                .setParameter("number", event.organisationNumber())
                .setParameter("bankgiro", event.bankgiro())
                .setParameter("iban", event.iban())
                .setParameter("replyTo", event.replyTo())
                .setParameter("version", version)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Tenant tenant(TenantId id, Object[] row) {
        var zone = ZoneId.of((String) row[1]);
        return new Tenant(
                id,
                new Country((String) row[0]),
                zone,
                Currency.getInstance((String) row[2]),
                (Boolean) row[3],
                row[4] == null ? clock.today(zone) : date(row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9]);
    }

    private static LocalDate date(Object column) {
        return column instanceof Date sql ? sql.toLocalDate() : (LocalDate) column;
    }
}
