package org.reskontra.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** JSON of events and of stored answers. Readers of events ignore fields they do not know; REST bodies may not. */
@Singleton
public class Json implements ObjectMapperCustomizer {

    private static final ObjectMapper EVENTS = JsonMapper.builder()
            .addModule(new ContractsModule())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    /** The mapping for events, also for tests and tools that have no container. */
    public static ObjectMapper events() {
        return EVENTS;
    }

    public static String write(Object value) {
        try {
            return EVENTS.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + value.getClass() + " as JSON", e);
        }
    }

    /**
     * Reads an event or card.
     *
     * @throws IOException when the bytes are not JSON of that shape
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return EVENTS.readValue(json, type);
    }

    @Override
    public void customize(ObjectMapper rest) {
        rest.registerModule(new ContractsModule());
        rest.registerModule(new JavaTimeModule());
        rest.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        rest.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        rest.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        rest.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        rest.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        rest.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    }
}
