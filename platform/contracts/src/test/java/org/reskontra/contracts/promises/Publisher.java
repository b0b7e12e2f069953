package org.reskontra.contracts.promises;

import java.util.Arrays;
import java.util.List;
import org.reskontra.contracts.CollectionEvent;
import org.reskontra.contracts.CreditEvent;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.TenantEvent;
import org.reskontra.contracts.Topics;

/** Who publishes what where, and which of our own services read it. */
record Publisher(
        Class<? extends PublishedEvent> vocabulary,
        String service,
        String topic,
        String about,
        String key,
        List<String> readers) {

    static final List<Publisher> ALL = List.of(
            new Publisher(
                    InvoiceEvent.class,
                    "invoice-service",
                    Topics.INVOICE_EVENTS,
                    "What happens to an invoice from issue to settlement, with what is owed after each event.",
                    "invoice",
                    List.of("dunning-service", "credit-check-service", "collection-service")),
            new Publisher(
                    DunningEvent.class,
                    "dunning-service",
                    Topics.DUNNING_EVENTS,
                    "Reminders sent, and how each ladder ended: with payment or with collection.",
                    "invoice",
                    List.of("invoice-service", "collection-service")),
            new Publisher(
                    CreditEvent.class,
                    "credit-check-service",
                    Topics.CREDIT_EVENTS,
                    "Answers to whether a customer may buy on credit, and for how much.",
                    "customer",
                    List.of()),
            new Publisher(
                    CollectionEvent.class,
                    "collection-service",
                    Topics.COLLECTION_EVENTS,
                    "Claims taken on for collection, demands sent, cases closed.",
                    "invoice",
                    List.of()),
            new Publisher(
                    TenantEvent.class,
                    "invoice-service",
                    Topics.TENANT_EVENTS,
                    "Creditors, their settings and their sandbox clocks. The last record of a key is the whole truth.",
                    "tenant",
                    List.of("dunning-service", "credit-check-service", "collection-service")));

    /** The records of this publisher in the order its source file has them. */
    List<Class<? extends PublishedEvent>> events() {
        return Arrays.<Class<?>>stream(vocabulary.getPermittedSubclasses())
                .<Class<? extends PublishedEvent>>map(event -> event.asSubclass(PublishedEvent.class))
                .toList();
    }
}
