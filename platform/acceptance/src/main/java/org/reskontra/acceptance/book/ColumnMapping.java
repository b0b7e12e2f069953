package org.reskontra.acceptance.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How to read somebody else's book: which column holds what, how dates and numbers are written, and what to take where
 * the file says nothing. Written as YAML, see {@code resources/mappings}.
 *
 * @param delimiter between two values of a row
 * @param dates as {@link DateTimeFormatter} writes patterns, such as {@code M/d/yyyy}
 * @param decimalSign between whole units and fractions
 * @param grouping signs between groups of digits; they are dropped
 * @param columns header of the column of each field
 * @param defaults for fields without a column or with an empty value
 */
record ColumnMapping(
        char delimiter,
        String dates,
        char decimalSign,
        String grouping,
        Map<Column, String> columns,
        Map<Column, String> defaults) {

    private static final List<String> SHIPPED = List.of("own.yaml", "paid-invoice-history.yaml");
    private static final Set<String> KEYS =
            Set.of("delimiter", "dates", "decimalSign", "grouping", "columns", "defaults");
    private static final Set<Column> NEEDED =
            Set.of(Column.NUMBER, Column.CUSTOMER, Column.ISSUE_DATE, Column.DUE_DATE, Column.AMOUNT, Column.PAID_ON);

    ColumnMapping {
        columns = Map.copyOf(columns);
        defaults = Map.copyOf(defaults);
        for (var needed : NEEDED) {
            if (!columns.containsKey(needed)) {
                throw new IllegalArgumentException("a mapping says which column holds " + needed.written());
            }
        }
        if (!columns.containsKey(Column.CURRENCY) && !defaults.containsKey(Column.CURRENCY)) {
            throw new IllegalArgumentException("a mapping has a column or a default for the currency");
        }
        format(dates);
    }

    /** The mappings that come with the project, the one for our own column names first. */
    static List<ColumnMapping> shipped() {
        return SHIPPED.stream().map(ColumnMapping::shipped).toList();
    }

    /**
     * Reads a mapping file.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ColumnMapping read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The columns it needs that are not among a file's headers. */
    List<String> missingIn(List<String> headers) {
        return columns.values().stream()
                .filter(column -> !headers.contains(column))
                .sorted()
                .toList();
    }

    Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, format(dates)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static ColumnMapping parse(String yaml) {
        Object described;
        try {
            described = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
        }
        var mapping = map(described, "a mapping");
        for (var key : mapping.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw new IllegalArgumentException("unknown key " + key + "; a mapping has " + KEYS);
            }
        }
        return new ColumnMapping(
                oneSign(mapping, "delimiter", ","),
                text(mapping, "dates", "yyyy-MM-dd"),
                oneSign(mapping, "decimalSign", "."),
                text(mapping, "grouping", ""),
                fields(mapping, "columns"),
                fields(mapping, "defaults"));
    }

    private static ColumnMapping shipped(String name) {
        try (InputStream file = ColumnMapping.class.getResourceAsStream("/mappings/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the mapping " + name + " is not among the resources");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mapping " + name, e);
        }
    }

    private static DateTimeFormatter format(String pattern) {
        try {
            // strict reading wants the year of no era
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a date pattern: " + pattern + "; an example is M/d/yyyy", e);
        }
    }

    private static Map<?, ?> map(@Nullable Object described, String what) {
        if (described instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " is a list of keys with values");
    }

    private static String text(Map<?, ?> mapping, String key, String otherwise) {
        var value = mapping.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    private static char oneSign(Map<?, ?> mapping, String key, String otherwise) {
        var text = text(mapping, key, otherwise);
        if (text.length() != 1) {
            throw new IllegalArgumentException(key + " is one sign, not '" + text + "'");
        }
        return text.charAt(0);
    }

    private static Map<Column, String> fields(Map<?, ?> mapping, String key) {
        var fields = new EnumMap<Column, String>(Column.class);
        var described = mapping.get(key);
        if (described != null) {
            map(described, key).forEach((name, value) -> {
                var column = Column.of(String.valueOf(name))
                        .orElseThrow(() -> new IllegalArgumentException(key + " has no field " + name));
                fields.put(column, String.valueOf(value));
            });
        }
        return fields;
    }
}
