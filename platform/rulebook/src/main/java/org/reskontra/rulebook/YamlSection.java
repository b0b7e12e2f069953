package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * One mapping of a YAML file, read key by key. Each key can be taken once; {@link #end()} refuses what nobody asked for.
 * Scalars are texts (no number passes through a {@code double}). Every refusal names the file and the place.
 */
final class YamlSection {

    private final String file;
    private final String place;
    private final Map<String, Object> left;

    private YamlSection(String file, String place, Object content) {
        this.file = file;
        this.place = place;
        this.left = new LinkedHashMap<>();
        if (!(content instanceof Map<?, ?> map)) {
            throw new PackRefused(file, place, "must be a mapping of keys to values");
        }
        map.forEach((key, value) -> left.put(String.valueOf(key), value));
    }

    /** The whole file; {@link PackRefused} when it is no YAML, repeats a key or is not one mapping. */
    static YamlSection of(PackFile file) {
        var settings = LoadSettings.builder()
                .setLabel(file.name())
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            var documents = new ArrayList<Object>();
            new Load(settings).loadAllFromString(file.text()).forEach(documents::add);
            if (documents.size() != 1) {
                throw new PackRefused(file.name(), "", "must hold one YAML document, not " + documents.size());
            }
            return new YamlSection(file.name(), "", documents.getFirst());
        } catch (YamlEngineException e) {
            throw new PackRefused(file.name(), "", "is not the YAML we read: " + e.getMessage());
        }
    }

    PackRefused refused(String key, String reason) {
        return new PackRefused(file, at(key), reason);
    }

    PackRefused refused(String reason) {
        return new PackRefused(file, place, reason);
    }

    boolean has(String key) {
        return left.containsKey(key);
    }

    /** Takes the key if it holds exactly that text. */
    boolean takeIfText(String key, String text) {
        return left.remove(key, text);
    }

    YamlSection section(String key) {
        return new YamlSection(file, at(key), take(key));
    }

    /** The items of a list of mappings; at least one. */
    List<YamlSection> sections(String key) {
        if (!(take(key) instanceof List<?> items) || items.isEmpty()) {
            throw refused(key, "must be a list with at least one entry");
        }
        var sections = new ArrayList<YamlSection>();
        for (var item : items) {
            sections.add(new YamlSection(file, at(key) + "[" + sections.size() + "]", item));
        }
        return sections;
    }

    /** A text that says something. */
    String text(String key) {
        if (!(take(key) instanceof String text) || text.isBlank()) {
            throw refused(key, "must be a text");
        }
        return text;
    }

    List<String> texts(String key) {
        if (!(take(key) instanceof List<?> items)) {
            throw refused(key, "must be a list");
        }
        var texts = new ArrayList<String>();
        for (var item : items) {
            if (!(item instanceof String text) || text.isBlank()) {
                throw refused(key, "must be a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    LocalDate date(String key) {
        return parsed(key, LocalDate::parse, "must be a date such as 2026-01-31");
    }

    BigDecimal decimal(String key) {
        return parsed(key, BigDecimal::new, "must be a number");
    }

    int wholeNumber(String key) {
        return parsed(key, Integer::valueOf, "must be a whole number");
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return named(key, text(key), type);
    }

    /** Names of one enum, each at most once, in the order of the file. */
    <E extends Enum<E>> List<E> namesOf(String key, Class<E> type) {
        var names = new ArrayList<E>();
        for (var text : texts(key)) {
            var name = named(key, text, type);
            if (names.contains(name)) {
                throw refused(key, "names " + name + " twice");
            }
            names.add(name);
        }
        return names;
    }

    <T> T parsed(String key, Function<String, T> parse, String reason) {
        var text = text(key);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw refused(key, reason + ", not '" + text + "'");
        }
    }

    /** Refuses any key that has not been taken. */
    void end() {
        if (!left.isEmpty()) {
            throw refused("has keys nobody knows: " + new TreeSet<>(left.keySet()));
        }
    }

    private <E extends Enum<E>> E named(String key, String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refused(key, "knows " + List.of(type.getEnumConstants()) + ", not '" + text + "'");
    }

    private Object take(String key) {
        @Nullable Object value = left.remove(key);
        if (value == null) {
            throw refused("lacks '" + key + "'");
        }
        return value;
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
