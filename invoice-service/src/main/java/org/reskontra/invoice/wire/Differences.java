package org.reskontra.invoice.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;

/** The fields in which what is there differs from what somebody sent again under the same id. */
public record Differences(List<FieldError> fields) {

    /**
     * Compares two objects as they look on the wire.
     *
     * @param ignored fields the sender left to the service
     */
    public static Differences between(ObjectMapper json, Object existing, Object wanted, Set<String> ignored) {
        JsonNode there = json.valueToTree(existing);
        JsonNode sent = json.valueToTree(wanted);
        var names = new TreeSet<String>();
        there.fieldNames().forEachRemaining(names::add);
        sent.fieldNames().forEachRemaining(names::add);
        names.removeAll(ignored);
        return new Differences(names.stream()
                .filter(name -> !value(there, name).equals(value(sent, name)))
                .map(name -> new FieldError("/" + name, "differs", "It was sent with another value before."))
                .toList());
    }

    /** Answers 409 and names the fields, unless there are none. */
    public void refuse(String code, String title) {
        if (!fields.isEmpty()) {
            throw Problem.conflict(code, title, fields);
        }
    }

    private static JsonNode value(JsonNode object, String name) {
        var value = object.get(name);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }
}
