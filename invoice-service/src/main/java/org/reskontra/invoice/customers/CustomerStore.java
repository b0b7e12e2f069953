package org.reskontra.invoice.customers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.outbox.Outbox;

/** The customer register. Whoever is written here is made known to the senders of letters in the same transaction. */
@ApplicationScoped
public class CustomerStore {

    private static final String BY_ID = """
            select cast(row_to_json(c) as text) from customer c where tenant_id = :tenant and id = :id""";

    private static final String BY_KEYS = """
            select cast(row_to_json(c) as text) from customer c
            where tenant_id = :tenant
              and (number in (select jsonb_array_elements_text(cast(cast(:numbers as text) as jsonb)))
                or identity_number in (select jsonb_array_elements_text(cast(cast(:identities as text) as jsonb))))
            order by id""";

    private static final String BY_IDS = """
            select cast(row_to_json(c) as text) from customer c
            where tenant_id = :tenant
              and id in (%s)""".formatted(RowJson.IDS);

    private static final String CHANGE = """
            update customer c
            set number = r.number, kind = r.kind, country = r.country, identity_number = r.identity_number,
                legal_name = r.legal_name, name_key = r.name_key, legal_form = r.legal_form, emails = r.emails, phones = r.phones,
                postal_address = r.postal_address, language = r.language, version = c.version + 1
            from jsonb_populate_record(cast(null as customer), cast(cast(:row as text) as jsonb)) r
            where c.tenant_id = :tenant and c.id = r.id and c.version = r.version""";

    private final Outbox outbox;

    CustomerStore(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<@Nullable CustomerRow> find(Tx tx, CustomerId id) {
        return RowJson.single(tx, BY_ID, Map.of("tenant", tx.tenantId().value(), "id", id.value()), CustomerRow.class);
    }

    public Uni<List<CustomerRow>> findByIds(Tx tx, Collection<UUID> ids) {
        return RowJson.list(
                tx, BY_IDS, Map.of("tenant", tx.tenantId().value(), "ids", RowJson.write(ids)), CustomerRow.class);
    }

    /** Customers with one of these numbers of the creditor's or one of these identity numbers; oldest first. */
    public Uni<List<CustomerRow>> findAll(Tx tx, Collection<String> numbers, Collection<String> identityNumbers) {
        return RowJson.list(
                tx,
                BY_KEYS,
                Map.of(
                        "tenant", tx.tenantId().value(),
                        "numbers", RowJson.write(numbers),
                        "identities", RowJson.write(identityNumbers)),
                CustomerRow.class);
    }

    /** Adds customers; answers the ids of those that could be added: not the ones whose id or number is taken. */
    public Uni<List<UUID>> add(Tx tx, List<CustomerRow> customers) {
        return RowJson.insertNew(tx, "customer", "id", customers).chain(inserted -> {
            var added = new HashSet<>(inserted);
            var cards = customers.stream()
                    .filter(customer -> added.contains(customer.id().toString()))
                    .map(CustomerRow::card)
                    .toList();
            return outbox.cards(tx, cards)
                    .replaceWith(inserted.stream().map(UUID::fromString).toList());
        });
    }

    /** Changes a customer that still has the row's version; false when it has been changed since. */
    public Uni<Boolean> change(Tx tx, CustomerRow row) {
        return tx.session()
                .createNativeQuery(CHANGE)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("row", RowJson.write(row))
                .executeUpdate()
                .chain(changed -> changed == 0
                        ? Uni.createFrom().item(false)
                        : outbox.card(tx, row.card()).replaceWith(true));
    }
}
