package org.reskontra.contracts.promises;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether readers of a published schema can live with a change to it. They can when a property that may be absent is
 * added, when a list of codes grows and when words change; nothing else.
 */
final class Compatibility {

    private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment");
    private static final Set<String> NAMED = Set.of("properties", "$defs");

    private Compatibility() {}

    /** What would break, each with the JSON Pointer of the place; empty when nothing does. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        var found = new ArrayList<String>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<String> found) {
        for (var key : keysOf(before, after)) {
            var here = pointer + "/" + key;
            var old = before.path(key);
            var now = after.path(key);
            if (WORDS.contains(key) || old.equals(now)) {
                continue;
            }
            if (NAMED.contains(key)) {
                compareNamed(here, old, now, found);
            } else if (key.equals("enum")) {
                values(old).stream()
                        .filter(code -> !values(now).contains(code))
                        .forEach(code -> found.add(here + ": " + code + " is gone"));
            } else if (key.equals("required")) {
                compareRequired(here, old, now, found);
            } else if (old.isObject() && now.isObject()) {
                compare(here, old, now, found);
            } else {
                found.add(here + ": " + shown(old) + " became " + shown(now));
            }
        }
    }

    private static void compareNamed(String pointer, JsonNode before, JsonNode after, List<String> found) {
        for (var property : before.properties()) {
            var here = pointer + "/" + property.getKey();
            if (after.has(property.getKey())) {
                compare(here, property.getValue(), after.get(property.getKey()), found);
            } else {
                found.add(here + ": is gone");
            }
        }
    }

    private static void compareRequired(String pointer, JsonNode before, JsonNode after, List<String> found) {
        values(after).stream()
                .filter(name -> !values(before).contains(name))
                .forEach(name -> found.add(pointer + ": " + name + " is now required, old records may lack it"));
        values(before).stream()
                .filter(name -> !values(after).contains(name))
                .forEach(name -> found.add(pointer + ": " + name + " is no longer required, old readers rely on it"));
    }

    private static Set<String> keysOf(JsonNode before, JsonNode after) {
        var keys = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> values(JsonNode array) {
        var values = new ArrayList<String>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
