package org.reskontra.invoice.writeoffs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** What a tenant allows without a second person. */
@ApplicationScoped
class PaymentSettings {

    private static final String LATEST = """
            select cast(row_to_json(s) as text) from (
                select residual_minor, own_approval_minor, currency, known_at, actor from payment_setting
                where tenant_id = :tenant order by id desc limit 1) s""";

    private record Row(long residualMinor, long ownApprovalMinor, Currency currency, Instant knownAt, String actor) {}

    /**
     * What counts now.
     *
     * @param residual what a payment may leave and be forgiven
     * @param ownApproval what may be approved by whoever proposed it
     * @param knownAt null: nobody has said anything, and nothing is allowed
     */
    record Current(
            Money residual,
            Money ownApproval,
            @Nullable Instant knownAt,
            @Nullable String actor) {}

    Uni<Current> current(Tx tx) {
        return RowJson.single(tx, LATEST, Map.of("tenant", tx.tenantId().value()), Row.class)
                .map(row -> {
                    if (row == null) {
                        var nothing = Money.zero(tx.tenant().currency());
                        return new Current(nothing, nothing, null, null);
                    }
                    return new Current(
                            new Money(row.residualMinor(), row.currency()),
                            new Money(row.ownApprovalMinor(), row.currency()),
                            row.knownAt(),
                            row.actor());
                });
    }

    Uni<Current> change(Tx tx, Money residual, Money ownApproval) {
        return tx.session()
                .createNativeQuery("insert into payment_setting"
                        + " (tenant_id, residual_minor, own_approval_minor, currency, actor)"
                        + " values (:tenant, :residual, :ownApproval, :currency, :actor)")
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("residual", residual.minor())
                .setParameter("ownApproval", ownApproval.minor())
                .setParameter("currency", residual.currency().getCurrencyCode())
                .setParameter("actor", tx.actor())
                .executeUpdate()
                .chain(() -> current(tx));
    }
}
