package org.reskontra.contracts.promises;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.EventType;
import org.reskontra.contracts.Identifier;
import org.reskontra.contracts.PublishedEvent;

/**
 * Derives the JSON Schema (2020-12) of an event from its record. A component that may be null may also be absent; all
 * others are required. Objects stay open, because a version may gain optional properties.
 */
final class SchemaWriter {

    private final Javadocs docs;
    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

    SchemaWriter(Javadocs docs) {
        this.docs = docs;
    }

    ObjectNode schemaOf(Class<? extends PublishedEvent> event) {
        var type = event.getAnnotation(EventType.class);
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", EventCatalogue.dataSchemaOf(event));
        schema.put("title", type.name() + ", version " + type.version());
        schema.setAll(object(event));
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    private ObjectNode object(Class<?> record) {
        var schema = JsonNodeFactory.instance.objectNode();
        docs.of(record).ifPresent(text -> schema.put("description", text));
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var component : record.getRecordComponents()) {
            properties.set(component.getName(), property(record, component));
            if (!isNullable(component.getAnnotatedType())) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private ObjectNode property(Class<?> record, RecordComponent component) {
        var schema = value(component.getAnnotatedType());
        docs.of(record, component.getName()).ifPresent(text -> schema.put("description", text));
        return isNullable(component.getAnnotatedType()) ? orNull(schema) : schema;
    }

    private ObjectNode value(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType list
                && list.getType() instanceof java.lang.reflect.ParameterizedType p
                && p.getRawType() == List.class) {
            var schema = JsonNodeFactory.instance.objectNode().put("type", "array");
            schema.set("items", value(list.getAnnotatedActualTypeArguments()[0]));
            return schema;
        }
        if (!(annotated.getType() instanceof Class<?> type)) {
            throw new IllegalArgumentException(annotated + " has no place in an event");
        }
        if (type == String.class) {
            return string();
        } else if (type == boolean.class) {
            return JsonNodeFactory.instance.objectNode().put("type", "boolean");
        } else if (type == int.class || type == long.class) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "integer")
                    .put("format", type == int.class ? "int32" : "int64");
        } else if (type == BigDecimal.class) {
            return string().put("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
        } else if (type == LocalDate.class) {
            return string().put("format", "date");
        } else if (type == Instant.class) {
            return string().put("format", "date-time");
        } else if (type == ZoneId.class) {
            return string("IANA time zone").put("minLength", 1);
        } else if (type == Currency.class) {
            return string("ISO 4217 currency code").put("pattern", "^[A-Z]{3}$");
        } else if (type == Country.class) {
            return string("ISO 3166-1 alpha-2 country code").put("pattern", "^[A-Z]{2}$");
        } else if (Identifier.class.isAssignableFrom(type)) {
            var schema = string().put("format", "uuid");
            docs.of(type).ifPresent(text -> schema.put("description", text));
            return schema;
        } else if (type.isEnum()) {
            var schema = string();
            docs.of(type).ifPresent(text -> schema.put("description", text));
            var constants = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(constant -> constants.add(((Enum<?>) constant).name()));
            return schema;
        } else if (type.isRecord()) {
            if (!definitions.has(type.getSimpleName())) {
                definitions.set(type.getSimpleName(), JsonNodeFactory.instance.objectNode());
                definitions.set(type.getSimpleName(), object(type));
            }
            return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + type.getSimpleName());
        }
        throw new IllegalArgumentException(type + " has no JSON form yet: add it here and to ContractsModule");
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("enum")) {
            schema.withArray("enum").addNull();
        }
        if (schema.has("type")) {
            schema.set(
                    "type",
                    JsonNodeFactory.instance.arrayNode().add(schema.get("type")).add("null"));
            return schema;
        }
        var nullable = JsonNodeFactory.instance.objectNode();
        var description = schema.remove("description");
        if (description != null) {
            nullable.set("description", description);
        }
        nullable.putArray("anyOf").add(schema).addObject().put("type", "null");
        return nullable;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode string() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }

    private static ObjectNode string(String description) {
        return string().put("description", description);
    }
}
