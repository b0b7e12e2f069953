package org.reskontra.invoice.suggestions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.matching.HeldMoney;
import org.reskontra.invoice.matching.IdentityNumbers;
import org.reskontra.invoice.matching.Names;
import org.reskontra.invoice.matching.OpenInvoice;
import org.reskontra.invoice.matching.Scoring;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/**
 * Finds the open invoices that held money may be for: by what the payer wrote, by amount, and of the customers that the
 * payer's account, identity number or name, or a number in the text, lead to. One statement however much money there is;
 * each way is an index and a limit, so that it is looked up and never joined, and none of them passes settled invoices.
 */
@ApplicationScoped
class OpenInvoices {

    private static final int MOST_BY_AMOUNT = 20;
    private static final int MOST_CUSTOMERS = 5;

    static final String FIND = """
            with held as materialized (
                select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                    n integer, amount_minor bigint, currency text, account text, identity_numbers jsonb,
                    name_key text, texts jsonb)
            ), written as materialized (
                select h.n, i.id, i.customer_id
                from held h
                cross join lateral jsonb_array_elements_text(h.texts) t(text)
                cross join lateral (
                    (select id, customer_id from invoice
                     where tenant_id = :tenant and payment_reference = t.text and state <> 'SETTLED'
                       and currency = h.currency limit 1)
                    union all
                    (select id, customer_id from invoice
                     where tenant_id = :tenant and number = t.text and state <> 'SETTLED'
                       and currency = h.currency limit 1)) i
            ), payer as materialized (
                select n, customer_id from written
                union
                select h.n, p.customer_id from held h cross join lateral (
                    select customer_id from payer_account
                    where tenant_id = :tenant and account = h.account
                    order by customer_id limit %2$d) p
                union
                select h.n, c.id from held h
                cross join lateral jsonb_array_elements_text(h.identity_numbers) t(text)
                cross join lateral (
                    select id from customer where tenant_id = :tenant and identity_number = t.text
                    order by id limit %2$d) c
                union
                select h.n, c.id from held h cross join lateral (
                    select id from customer where tenant_id = :tenant and name_key = h.name_key
                    order by id limit %2$d) c
            ), found as (
                select n, id from written
                union
                select h.n, i.id from held h cross join lateral (
                    select id from invoice
                    where tenant_id = :tenant and owed_minor = h.amount_minor and currency = h.currency
                      and state <> 'SETTLED'
                    order by due_date, id limit %1$d) i
                union
                select h.n, i.id from held h cross join lateral (
                    select id from invoice
                    where tenant_id = :tenant and gross_minor = h.amount_minor and currency = h.currency
                      and state <> 'SETTLED' and owed_minor <> gross_minor
                    order by due_date, id limit %1$d) i
                union
                select p.n, i.id from payer p join held h on h.n = p.n cross join lateral (
                    select id from invoice
                    where tenant_id = :tenant and customer_id = p.customer_id and state <> 'SETTLED'
                      and currency = h.currency
                    order by due_date, id limit %3$d) i
            )
            select cast(row_to_json(o) as text) from (
                select f.n, i.id, i.customer_id, i.number, i.payment_reference, i.currency, i.owed_minor, i.gross_minor,
                       i.due_date, c.legal_name, c.identity_number,
                       coalesce(its.matches, 0) as matches, coalesce(its.shared, false) as shared
                from found f
                join held h on h.n = f.n
                cross join lateral (select * from invoice where tenant_id = :tenant and id = f.id limit 1) i
                cross join lateral (
                    select * from customer where tenant_id = :tenant and id = i.customer_id limit 1) c
                left join lateral (
                    select p.matches, exists (
                        select from payer_account
                        where tenant_id = :tenant and account = h.account and customer_id <> i.customer_id) as shared
                    from payer_account p
                    where p.tenant_id = :tenant and p.account = h.account and p.customer_id = i.customer_id
                    limit 1) its
                    on true) o""".formatted(MOST_BY_AMOUNT, MOST_CUSTOMERS, Scoring.MOST_OF_A_CUSTOMER);

    private record HeldRow(
            int n,
            long amountMinor,
            Currency currency,
            @Nullable String account,
            List<String> identityNumbers,
            @Nullable String nameKey,
            Collection<String> texts) {

        static HeldRow of(int n, HeldMoney held) {
            var payer = held.payer();
            var identity = held.identityNumber();
            return new HeldRow(
                    n,
                    held.amount().minor(),
                    held.amount().currency(),
                    held.account(),
                    identity == null ? List.of() : IdentityNumbers.forms(identity),
                    payer == null || Names.key(payer).isEmpty() ? null : Names.key(payer),
                    Scoring.texts(held));
        }
    }

    private record OpenRow(
            int n,
            UUID id,
            UUID customerId,
            String number,
            String paymentReference,
            Currency currency,
            long owedMinor,
            long grossMinor,
            LocalDate dueDate,
            String legalName,
            @Nullable String identityNumber,
            int matches,
            boolean shared) {

        OpenInvoice invoice() {
            return new OpenInvoice(
                    id,
                    customerId,
                    number,
                    paymentReference,
                    new Money(owedMinor, currency),
                    new Money(grossMinor, currency),
                    dueDate,
                    legalName,
                    identityNumber,
                    matches,
                    shared);
        }
    }

    /** For each sum of money, in their order, the invoices it may be for. */
    Uni<List<List<OpenInvoice>>> find(Tx tx, List<HeldMoney> held) {
        if (held.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var rows = IntStream.range(0, held.size())
                .mapToObj(n -> HeldRow.of(n, held.get(n)))
                .toList();
        return RowJson.list(
                        tx, FIND, Map.of("tenant", tx.tenantId().value(), "rows", RowJson.write(rows)), OpenRow.class)
                .map(found -> {
                    var byPlace = found.stream()
                            .collect(Collectors.groupingBy(
                                    OpenRow::n, Collectors.mapping(OpenRow::invoice, Collectors.toList())));
                    var all = new ArrayList<List<OpenInvoice>>();
                    for (int n = 0; n < held.size(); n++) {
                        all.add(byPlace.getOrDefault(n, List.of()));
                    }
                    return all;
                });
    }
}
