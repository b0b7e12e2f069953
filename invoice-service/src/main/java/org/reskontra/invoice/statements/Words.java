package org.reskontra.invoice.statements;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reskontra.rulebook.explain.Language;

/** The words of statements in one language: {@code statements/<language>.properties}. */
final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Map<Language, Words> ALL = all();

    private final String file;
    private final Properties texts = new Properties();

    private Words(Language language) {
        file = "/statements/" + language.code() + ".properties";
        try (var in = Words.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in, file + " is missing"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** What the file holds. */
    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** A text with its places filled; {@link IllegalStateException} for a place that nobody fills. */
    String say(String key, Map<String, String> values) {
        return PLACE.matcher(text(key)).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing to fill {" + place.group(1) + "} of " + key + " with");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    String say(String key) {
        return say(key, Map.of());
    }

    /** What a posting books; one without words of its own is called what the ledger calls it. */
    String kind(String kind, Map<String, String> values) {
        var key = "kind." + kind;
        return texts.containsKey(key)
                ? say(key, values)
                : say("kind", Map.of("kind", kind.toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    String text(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException(file + " lacks " + key);
        }
        return text;
    }

    private static Map<Language, Words> all() {
        var all = new EnumMap<Language, Words>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Words(language));
        }
        return all;
    }
}
