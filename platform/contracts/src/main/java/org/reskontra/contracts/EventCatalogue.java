package org.reskontra.contracts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every published event by its CloudEvents type, {@code org.reskontra.invoice-issued.v1}. */
public final class EventCatalogue {

    private static final String PREFIX = "org.reskontra.";
    private static final String SCHEMA_PREFIX = "urn:reskontra:schema:";

    private static final Map<String, Class<? extends PublishedEvent>> BY_TYPE =
            Stream.<Collection<? extends Class<? extends PublishedEvent>>>of(
                            InvoiceEvent.types(),
                            DunningEvent.types(),
                            CreditEvent.types(),
                            CollectionEvent.types(),
                            TenantEvent.types())
                    .<Class<? extends PublishedEvent>>flatMap(Collection::stream)
                    .collect(Collectors.toUnmodifiableMap(EventCatalogue::typeOf, Function.identity()));

    private EventCatalogue() {}

    /**
     * The CloudEvents type of a record.
     *
     * @throws IllegalArgumentException when the record carries no {@link EventType}
     */
    public static String typeOf(Class<? extends PublishedEvent> record) {
        var type = record.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(record + " has no @EventType");
        }
        return PREFIX + type.name() + ".v" + type.version();
    }

    /**
     * The CloudEvents {@code dataschema} of a record, which is the {@code $id} of its JSON Schema in this jar:
     * {@code urn:reskontra:schema:org.reskontra.invoice-issued.v1} stands in {@code schemas/invoice-issued.v1.json}.
     *
     * @throws IllegalArgumentException when the record carries no {@link EventType}
     */
    public static String dataSchemaOf(Class<? extends PublishedEvent> record) {
        return SCHEMA_PREFIX + typeOf(record);
    }

    /** The record behind a type; empty for a type this version does not know. */
    public static Optional<Class<? extends PublishedEvent>> recordOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Collection<Class<? extends PublishedEvent>> records() {
        return BY_TYPE.values();
    }
}
