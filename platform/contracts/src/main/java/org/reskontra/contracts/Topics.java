package org.reskontra.contracts;

import java.util.List;

/** The platform's Kafka topics: one per publisher, so that everything that happens to one aggregate is in order. */
public final class Topics {

    public static final String INVOICE_EVENTS = "invoice-events";
    public static final String DUNNING_EVENTS = "dunning-events";
    public static final String CREDIT_EVENTS = "credit-events";
    public static final String COLLECTION_EVENTS = "collection-events";

    /** Compacted. */
    public static final String TENANT_EVENTS = "tenant-events";

    /** Compacted and restricted: personal data, see {@link ContactCard}. */
    public static final String CONTACT_CARDS = "contact-cards";

    public static final List<String> ALL =
            List.of(INVOICE_EVENTS, DUNNING_EVENTS, CREDIT_EVENTS, COLLECTION_EVENTS, TENANT_EVENTS, CONTACT_CARDS);

    public static final List<String> COMPACTED = List.of(TENANT_EVENTS, CONTACT_CARDS);

    /** Per topic. Adding partitions later moves keys between them and breaks the order of each aggregate. */
    public static final int PARTITIONS = 12;

    private Topics() {}

    /** Where records of a topic go that a consumer could not process, each with its reason. */
    public static String deadLetter(String topic) {
        return topic + "-dead-letter";
    }

    /** The topic that events of this kind are published on. */
    public static String of(PublishedEvent event) {
        return switch (event) {
            case InvoiceEvent _ -> INVOICE_EVENTS;
            case DunningEvent _ -> DUNNING_EVENTS;
            case CreditEvent _ -> CREDIT_EVENTS;
            case CollectionEvent _ -> COLLECTION_EVENTS;
            case TenantEvent _ -> TENANT_EVENTS;
        };
    }
}
