package org.reskontra.collection.channels;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.CustomerId;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.ContactCardHandler;

/** The debtors' names and addresses, from the restricted topic; shown to nobody but the debtor. */
@ApplicationScoped
class ContactBook implements ContactCardHandler {

    private static final String SAVE = """
            insert into contact (customer_id, tenant_id, legal_name, email, language)
            values (:customer, :tenant, :name, :email, :language)
            on conflict (customer_id) do update
                set legal_name = excluded.legal_name, email = excluded.email, language = excluded.language""";

    @Override
    public Uni<Void> put(Tx tx, ContactCard card) {
        var email = card.emails().isEmpty() ? null : card.emails().getFirst();
        return save(tx, card.customer(), card.legalName(), email, card.language());
    }

    /** Forgets all but that there was somebody. */
    @Override
    public Uni<Void> erase(Tx tx, CustomerId customer) {
        return save(tx, customer, null, null, null);
    }

    /** The contacts of these customers; those no card has come of are missing. */
    Uni<Map<CustomerId, Contact>> of(Tx tx, Collection<CustomerId> customers) {
        return tx.session()
                .createNativeQuery("""
                        select customer_id, legal_name, email, language from contact
                        where tenant_id = :tenant and customer_id in (:customers)""", Object[].class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter(
                        "customers", customers.stream().map(CustomerId::value).toList())
                .getResultList()
                .map(rows -> {
                    var contacts = new HashMap<CustomerId, Contact>();
                    for (var row : rows) {
                        contacts.put(
                                new CustomerId((UUID) row[0]),
                                new Contact((String) row[1], (String) row[2], (String) row[3]));
                    }
                    return contacts;
                });
    }

    private static Uni<Void> save(
            Tx tx, CustomerId customer, @Nullable String name, @Nullable String email, @Nullable String language) {
        return tx.session()
                .createNativeQuery(SAVE)
                .setParameter("customer", customer.value())
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("name", name)
                .setParameter("email", email)
                .setParameter("language", language)
                .executeUpdate()
                .replaceWithVoid();
    }
}
