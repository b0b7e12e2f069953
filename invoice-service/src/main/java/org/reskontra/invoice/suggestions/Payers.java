package org.reskontra.invoice.suggestions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.reskontra.invoice.matching.OpenInvoice;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/**
 * Which accounts pay for which customers, learned from payments that a reference or a person put on an invoice; never
 * from what was booked by score, which would learn from itself.
 */
@ApplicationScoped
public class Payers {

    private static final String LEARN = """
            insert into payer_account as a (tenant_id, account, customer_id, matches, learned_on)
            select :tenant, paid.account, i.customer_id, least(count(*), %1$d), :today
            from (%2$s) paid
            join invoice i on i.tenant_id = :tenant and i.id = paid.invoice
            left join payer_account known
                on known.tenant_id = :tenant and known.account = paid.account and known.customer_id = i.customer_id
            where coalesce(known.matches, 0) < %1$d
            group by paid.account, i.customer_id
            order by paid.account, i.customer_id
            on conflict (tenant_id, account, customer_id) do update
                set matches = least(a.matches + excluded.matches, %1$d), learned_on = excluded.learned_on""";

    private static final String LEARN_ROWS = LEARN.formatted(OpenInvoice.REGULAR, """
            select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(account text, invoice uuid)""");

    private static final String LEARN_PAYMENTS = LEARN.formatted(OpenInvoice.REGULAR, """
            select e.said -> 'payer' ->> 'account' as account, p.invoice_id as invoice
            from payment p
            join bank_entry e on e.tenant_id = :tenant and e.payment_id = coalesce(p.part_of, p.id)
            where p.tenant_id = :tenant and p.id in (%s)
              and p.state = 'BOOKED' and e.said -> 'payer' ->> 'account' is not null""".formatted(RowJson.IDS));

    /** An account and an invoice that it has paid on. */
    public record Paid(String account, UUID invoice) {}

    public Uni<Void> learn(Tx tx, List<Paid> paid) {
        return paid.isEmpty() ? Uni.createFrom().voidItem() : learn(tx, LEARN_ROWS, "rows", RowJson.write(paid));
    }

    /** The same from payments that came in files of the bank and are on their invoices now. */
    public Uni<Void> learnFrom(Tx tx, Collection<UUID> payments) {
        return learn(tx, LEARN_PAYMENTS, "ids", RowJson.write(payments));
    }

    private static Uni<Void> learn(Tx tx, String sql, String name, String value) {
        return tx.session()
                .createNativeQuery(sql)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("today", tx.today())
                .setParameter(name, value)
                .executeUpdate()
                .replaceWithVoid();
    }
}
