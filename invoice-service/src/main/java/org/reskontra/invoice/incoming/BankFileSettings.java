package org.reskontra.invoice.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.reskontra.kit.db.Tx;

/** What a tenant allows in files of the bank. */
@ApplicationScoped
class BankFileSettings {

    /** Whether camt.052 may be booked; not while nobody has said so. */
    Uni<Boolean> intraday(Tx tx) {
        return tx.session()
                .createNativeQuery(
                        "select intraday_booking from bank_file_setting where tenant_id = :tenant", Boolean.class)
                .setParameter("tenant", tx.tenantId().value())
                .getSingleResultOrNull()
                .map(Boolean.TRUE::equals);
    }

    Uni<Void> allowIntraday(Tx tx, boolean allowed) {
        return tx.session()
                .createNativeQuery("insert into bank_file_setting (tenant_id, intraday_booking)"
                        + " values (:tenant, :allowed)"
                        + " on conflict (tenant_id) do update set intraday_booking = excluded.intraday_booking")
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("allowed", allowed)
                .executeUpdate()
                .replaceWithVoid();
    }
}
