package org.reskontra.collection.cases;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import org.reskontra.collection.process.CaseEvent;
import org.reskontra.collection.process.CaseState;
import org.reskontra.kit.json.Json;

/** Our own states and events as JSON, each with its name in {@code is}. Nobody else reads them. */
final class CaseJson {

    private static final ObjectMapper JSON = mapper();

    private CaseJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    static String write(CaseState state) {
        return write(CaseState.class, state);
    }

    static String write(CaseEvent event) {
        return write(CaseEvent.class, event);
    }

    static CaseState state(String json) {
        return read(json, CaseState.class);
    }

    static CaseEvent event(String json) {
        return read(json, CaseEvent.class);
    }

    private static String write(Class<?> type, Object value) {
        try {
            return JSON.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    private static ObjectMapper mapper() {
        var mapper = Json.events().copy();
        for (var type : new Class<?>[] {CaseState.class, CaseEvent.class}) {
            mapper.addMixIn(type, Named.class);
            for (var kind : type.getPermittedSubclasses()) {
                mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
            }
        }
        return mapper;
    }
}
