package org.reskontra.kit.outbox;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.json.Json;

/**
 * Events that leave with the transaction that caused them: a row here is published once the transaction has committed,
 * and never otherwise. One statement per topic, however many events.
 */
@ApplicationScoped
public class Outbox {

    /** CloudEvents type of the records on {@link Topics#CONTACT_CARDS}. */
    public static final String CONTACT_CARD = "org.reskontra.contact-card.v1";

    public Uni<Void> add(Tx tx, PublishedEvent... events) {
        return add(tx, List.of(events));
    }

    /** Adds events in their order; an aggregate's versions go on where they were, without a gap. */
    public Uni<Void> add(Tx tx, List<? extends PublishedEvent> events) {
        var byTopic = new LinkedHashMap<String, List<Row>>();
        for (var event : events) {
            byTopic.computeIfAbsent(Topics.of(event), _ -> new ArrayList<>())
                    .add(row(tx, event.aggregate().value(), EventCatalogue.typeOf(event.getClass()), event));
        }
        var all = Uni.createFrom().voidItem();
        for (var topic : byTopic.entrySet()) {
            all = all.chain(() -> append(tx, topic.getKey(), topic.getValue()));
        }
        return all;
    }

    /** Tells the senders of letters how to reach a customer. */
    public Uni<Void> card(Tx tx, ContactCard card) {
        return cards(tx, List.of(card));
    }

    /** As {@link #card}, for many customers with one statement. */
    public Uni<Void> cards(Tx tx, List<ContactCard> cards) {
        var rows = cards.stream()
                .map(card -> row(tx, card.customer().value(), CONTACT_CARD, card))
                .toList();
        return rows.isEmpty() ? Uni.createFrom().voidItem() : append(tx, Topics.CONTACT_CARDS, rows);
    }

    /** Makes the senders of letters, and in time the topic itself, forget how to reach a customer. */
    public Uni<Void> eraseCard(Tx tx, CustomerId customer) {
        return append(tx, Topics.CONTACT_CARDS, List.of(row(tx, customer.value(), CONTACT_CARD, null)));
    }

    /** As {@code outbox_append} reads it. */
    private record Row(
            UUID id,
            UUID aggregateid,
            String type,
            @Nullable Object payload,
            @Nullable String traceparent) {}

    private static Row row(Tx tx, UUID aggregate, String type, @Nullable Object payload) {
        return new Row(Ids.next(), aggregate, type, payload, origin(tx, aggregate));
    }

    private static Uni<Void> append(Tx tx, String topic, List<Row> rows) {
        return tx.session()
                .createNativeQuery(
                        "select cast(outbox_append(cast(cast(:rows as text) as json), :topic, :tenant) as text)",
                        String.class)
                .setParameter("rows", Json.write(rows))
                .setParameter("topic", topic)
                .setParameter("tenant", tx.tenantId().value())
                .getSingleResult()
                .replaceWithVoid();
    }

    private static @Nullable String origin(Tx tx, UUID aggregate) {
        var known = tx.origin(aggregate);
        if (known != null) {
            return known;
        }
        return traceparent();
    }

    /** W3C trace context of what is being done here; null when it is not traced. */
    public static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
