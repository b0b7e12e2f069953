package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.AccountPlan;
import org.reskontra.invoice.ledger.AccountPlan.Named;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** The table of tenants' own names for accounts. */
@ApplicationScoped
class AccountPlans {

    private static final String NAMED = """
            select cast(row_to_json(n) as text) from (
                select account, number, title from account_plan where tenant_id = :tenant) n""";

    private static final String REPLACE = """
            with gone as (
                delete from account_plan where tenant_id = :tenant
                and account not in (
                    select account from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(account integer)))
            insert into account_plan (tenant_id, account, number, title)
            select :tenant, account, number, title
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(account integer, number integer, title text)
            on conflict (tenant_id, account) do update set number = excluded.number, title = excluded.title""";

    private record Row(int account, int number, String title) {}

    Uni<AccountPlan> of(Tx tx) {
        return RowJson.list(tx, NAMED, Map.of("tenant", tx.tenantId().value()), Row.class)
                .map(rows -> AccountPlan.of(rows.stream()
                        .map(row -> new Named(Account.of(row.account()), row.number(), row.title()))
                        .toList()));
    }

    /** A plan without flaws takes the place of the one before. */
    Uni<Void> replace(Tx tx, List<Named> named) {
        var rows = named.stream()
                .map(one -> new Row(one.account().number(), one.number(), one.title()))
                .toList();
        return tx.session()
                .createNativeQuery(REPLACE)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("rows", RowJson.write(rows))
                .executeUpdate()
                .replaceWithVoid();
    }
}
