package org.reskontra.dunning.channels;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.CustomerId;
import org.reskontra.dunning.cases.CaseHandler;
import org.reskontra.dunning.cases.CaseHandler.Told;
import org.reskontra.dunning.ladder.CaseCommand.NoteNewAddress;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.ContactCardHandler;
import org.reskontra.kit.json.Json;

/** How to reach the debtors. A new e-mail address sets the customer's cases going that were waiting for one. */
@ApplicationScoped
public class ContactCards implements ContactCardHandler {

    private static final String PUT = """
            with known as (
                select emails from contact_card where tenant_id = :tenant and customer_id = :customer)
            insert into contact_card (tenant_id, customer_id, legal_name, emails, language)
            values (:tenant, :customer, :name, :emails, :language)
            on conflict (tenant_id, customer_id) do update set
                legal_name = excluded.legal_name, emails = excluded.emails, language = excluded.language
            returning coalesce((select emails from known), '[]')""";

    private static final String ERASE = """
            delete from contact_card where tenant_id = :tenant and customer_id = :customer""";

    private static final String THESE = """
            select customer_id, legal_name, emails, language from contact_card
            where tenant_id = :tenant
              and customer_id in (%s)""".formatted(RowJson.IDS);

    private final CaseHandler cases;

    ContactCards(CaseHandler cases) {
        this.cases = cases;
    }

    /**
     * What a sender needs to know of a customer.
     *
     * @param email the preferred address; empty when none is known
     */
    record Addressee(String name, Optional<String> email, String language) {}

    @Override
    public Uni<Void> put(Tx tx, ContactCard card) {
        var emails = Json.write(card.emails());
        return tx.session()
                .createNativeQuery(PUT, String.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("customer", card.customer().value())
                .setParameter("name", card.legalName())
                .setParameter("emails", emails)
                .setParameter("language", card.language())
                .getSingleResult()
                .chain(known -> card.emails().isEmpty() || known.equals(emails)
                        ? Uni.createFrom().voidItem()
                        : resume(tx, card.customer()));
    }

    @Override
    public Uni<Void> erase(Tx tx, CustomerId customer) {
        return tx.session()
                .createNativeQuery(ERASE)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("customer", customer.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The customers there is a card of. */
    Uni<Map<CustomerId, Addressee>> of(Tx tx, Collection<CustomerId> customers) {
        return tx.session()
                .createNativeQuery(THESE, Object[].class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("ids", Json.write(customers))
                .getResultList()
                .map(rows -> {
                    Map<CustomerId, Addressee> addressees = new HashMap<>();
                    for (var row : rows) {
                        addressees.put(new CustomerId((UUID) row[0]), addressee(row));
                    }
                    return addressees;
                });
    }

    private Uni<Void> resume(Tx tx, CustomerId customer) {
        return cases.unreachable(tx, customer)
                .chain(invoices -> cases.handle(
                        tx,
                        invoices.stream()
                                .map(invoice -> Told.by(invoice, new NoteNewAddress(tx.today())))
                                .toList()))
                .replaceWithVoid();
    }

    private static Addressee addressee(Object[] row) {
        try {
            var emails = Json.read(((String) row[2]).getBytes(StandardCharsets.UTF_8), String[].class);
            return new Addressee((String) row[1], List.of(emails).stream().findFirst(), (String) row[3]);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable contact card", e);
        }
    }
}
