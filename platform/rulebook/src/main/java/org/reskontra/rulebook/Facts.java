package org.reskontra.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every question that a pack can answer. */
public final class Facts {

    private static final Map<String, FactKey<?>> BY_NAME = byName();

    private Facts() {}

    static Optional<FactKey<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** What the questions are called. */
    static SortedSet<String> names() {
        return new TreeSet<>(BY_NAME.keySet());
    }

    private static Map<String, FactKey<?>> byName() {
        var byName = new HashMap<String, FactKey<?>>();
        for (var keys : List.of(
                InterestFacts.ALL,
                CostFacts.ALL,
                AuthorityFacts.ALL,
                ConductFacts.ALL,
                AllocationFacts.ALL,
                CalendarFacts.ALL,
                LimitationFacts.ALL,
                IdentifierFacts.ALL)) {
            for (var key : keys) {
                if (byName.put(key.name(), key) != null) {
                    throw new IllegalStateException("two questions are named " + key);
                }
            }
        }
        return Map.copyOf(byName);
    }
}
