package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read key by key. Each key can be taken once; {@link #end()} refuses what nobody asked for.
 * Scalars are texts (no number passes through a {@code double}). Every refusal names the file, the line and the place.
 */
final class YamlSection {

    private final String file;
    private final String place;
    private final int line;
    private final Map<String, Node> left = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private YamlSection(String file, String place, Node content) {
        this.file = file;
        this.place = place;
        this.line = line(content);
        if (!(content instanceof MappingNode map)) {
            throw new PackRefused(file, line, place, "must be a mapping of keys to values");
        }
        for (var entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new PackRefused(file, line(entry.getKeyNode()), place, "has a key that is no text");
            }
            lines.put(key.getValue(), line(key));
            if (left.put(key.getValue(), entry.getValueNode()) != null) {
                throw new PackRefused(file, line(key), place, "holds '" + key.getValue() + "' twice");
            }
        }
    }

    /** The whole file; {@link PackRefused} when it is no YAML, repeats a key or is not one mapping. */
    static YamlSection of(PackFile file) {
        var settings = LoadSettings.builder().setLabel(file.name()).build();
        try {
            var documents = new ArrayList<Node>();
            new Compose(settings).composeAllFromString(file.text()).forEach(documents::add);
            if (documents.size() != 1) {
                throw new PackRefused(file.name(), 1, "", "must hold one YAML document, not " + documents.size());
            }
            return new YamlSection(file.name(), "", documents.getFirst());
        } catch (YamlEngineException e) {
            throw new PackRefused(file.name(), 1, "", "is not the YAML we read: " + e.getMessage());
        }
    }

    PackRefused refused(String key, String reason) {
        return new PackRefused(file, lines.getOrDefault(key, line), at(key), reason);
    }

    PackRefused refused(String reason) {
        return new PackRefused(file, line, place, reason);
    }

    boolean has(String key) {
        return left.containsKey(key);
    }

    boolean hasList(String key) {
        return left.get(key) instanceof SequenceNode;
    }

    /** Takes the key if it holds exactly that text. */
    boolean takeIfText(String key, String text) {
        if (left.get(key) instanceof ScalarNode scalar && scalar.getValue().equals(text)) {
            left.remove(key);
            return true;
        }
        return false;
    }

    YamlSection section(String key) {
        return new YamlSection(file, at(key), take(key));
    }

    /** The items of a list of mappings; at least one. */
    List<YamlSection> sections(String key) {
        var sections = new ArrayList<YamlSection>();
        for (var item : items(key)) {
            sections.add(new YamlSection(file, at(key) + "[" + sections.size() + "]", item));
        }
        if (sections.isEmpty()) {
            throw refused(key, "must be a list with at least one entry");
        }
        return sections;
    }

    /** A text that says something. */
    String text(String key) {
        if (!(take(key) instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw refused(key, "must be a text");
        }
        return scalar.getValue();
    }

    Optional<String> textIfAny(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var item : items(key)) {
            if (!(item instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
                throw refused(key, "must be a list of texts");
            }
            texts.add(scalar.getValue());
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
            var first = left.keySet().iterator().next();
            throw new PackRefused(
                    file,
                    lines.getOrDefault(first, line),
                    place,
                    "has keys nobody knows: " + new TreeSet<>(left.keySet()));
        }
    }

    private List<Node> items(String key) {
        if (!(take(key) instanceof SequenceNode list)) {
            throw refused(key, "must be a list");
        }
        return list.getValue();
    }

    private <E extends Enum<E>> E named(String key, String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refused(key, "knows " + List.of(type.getEnumConstants()) + ", not '" + text + "'");
    }

    private Node take(String key) {
        @Nullable Node value = left.remove(key);
        if (value == null) {
            throw refused("lacks '" + key + "'");
        }
        if (value.getAnchor().isPresent()) {
            throw refused(key, "must stand here in full, without anchors and aliases");
        }
        return value;
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
