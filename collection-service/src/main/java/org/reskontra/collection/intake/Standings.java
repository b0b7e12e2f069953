package org.reskontra.collection.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.kit.db.Tx;

/** What is owed on every invoice, case or no case. Three statements per batch, however many invoices. */
@ApplicationScoped
class Standings {

    private static final String ENSURE = """
            insert into invoice_standing (invoice_id, tenant_id, version)
            select invoice_id, :tenant, 0
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(invoice_id uuid)
            order by invoice_id
            on conflict (invoice_id) do nothing""";

    private static final String LOCK = """
            select s.invoice_id, s.version, cast(s.currency as text), s.principal_minor, s.interest_minor,
                   s.costs_minor, s.interest_through
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(invoice_id uuid)
                     join invoice_standing s on s.invoice_id = r.invoice_id
            where s.tenant_id = :tenant
            order by s.invoice_id
            for update of s""";

    private static final String SAVE = """
            update invoice_standing s
            set version = r.version, currency = r.currency, principal_minor = r.principal_minor,
                interest_minor = r.interest_minor, costs_minor = r.costs_minor, interest_through = r.interest_through
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r(invoice_id uuid, version bigint, currency text, principal_minor bigint, interest_minor bigint,
                     costs_minor bigint, interest_through date)
            where s.invoice_id = r.invoice_id and s.tenant_id = :tenant and s.version < r.version""";

    /** The standings of these invoices, locked until the transaction ends; version 0 where nothing is known. */
    Uni<Map<InvoiceId, Standing>> lock(Tx tx, Collection<InvoiceId> invoices) {
        var rows = JsonNodeFactory.instance.arrayNode();
        invoices.stream().distinct().forEach(invoice -> rows.addObject().put("invoice_id", invoice.toString()));
        return run(tx, ENSURE, rows.toString())
                .chain(() -> tx.session()
                        .createNativeQuery(LOCK, Object[].class)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("rows", rows.toString())
                        .getResultList())
                .map(found -> {
                    var standings = new LinkedHashMap<InvoiceId, Standing>();
                    found.stream().map(Standings::standing).forEach(one -> standings.put(one.invoice(), one));
                    return standings;
                });
    }

    Uni<Void> save(Tx tx, Collection<Standing> standings) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var standing : standings) {
            var outstanding = standing.outstanding();
            if (outstanding != null) {
                var through = standing.interestThrough();
                rows.addObject()
                        .put("invoice_id", standing.invoice().toString())
                        .put("version", standing.version())
                        .put("currency", outstanding.total().currency().getCurrencyCode())
                        .put("principal_minor", outstanding.principal().minor())
                        .put("interest_minor", outstanding.interest().minor())
                        .put("costs_minor", outstanding.costs().minor())
                        .put("interest_through", through == null ? null : through.toString());
            }
        }
        return rows.isEmpty() ? Uni.createFrom().voidItem() : run(tx, SAVE, rows.toString());
    }

    private static Uni<Void> run(Tx tx, String sql, String rows) {
        return tx.session()
                .createNativeQuery(sql)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", rows)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Standing standing(Object[] row) {
        var currency = (String) row[2];
        return new Standing(
                new InvoiceId((UUID) row[0]),
                ((Number) row[1]).longValue(),
                currency == null
                        ? null
                        : Outstanding.of(money(row[3], currency), money(row[4], currency), money(row[5], currency)),
                date(row[6]));
    }

    private static Money money(Object minor, String currency) {
        return Money.of(((Number) minor).longValue(), currency);
    }

    private static @Nullable LocalDate date(@Nullable Object column) {
        return column instanceof Date sql ? sql.toLocalDate() : (LocalDate) column;
    }
}
