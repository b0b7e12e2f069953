package org.reskontra.rulebook.explain;

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
import org.jspecify.annotations.Nullable;

/** The words of one language: a file beside the packs, so that a translator needs no Java. */
final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern COUNTRY = Pattern.compile("^[A-Z]{2}-");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Map<Language, Phrases> ALL = all();

    private final String file;
    private final Properties texts = new Properties();

    private Phrases(Language language) {
        file = "/explanations/" + language.code() + ".properties";
        try (var in = Phrases.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in, file + " is missing"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file holds. */
    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    static Phrases of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** What a node is called. */
    String name(Trace trace) {
        var source = NO_WORD.matcher(trace.source().toLowerCase(Locale.ROOT)).replaceAll("-");
        var found = found("name.from." + source);
        return found == null ? mostSpecific("name", trace) : found;
    }

    /** The sentence of a node, with its places still empty. */
    String sentence(Trace trace) {
        return mostSpecific("text", trace);
    }

    String text(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException(file + " lacks " + key);
        }
        return text;
    }

    /** Fills the places; {@link IllegalStateException} for a place nobody fills. */
    static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing to fill {" + place.group(1) + "} with in: " + text);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** That of the rule or of the longest beginning of its id, of the step and what it counts, of either. */
    private String mostSpecific(String kind, Trace trace) {
        var step = trace.step().name();
        for (var rule = trace.ruleId(); !rule.isEmpty(); rule = shorter(rule)) {
            var anywhere = COUNTRY.matcher(rule).replaceFirst("");
            var found = found(
                    kind + "." + rule + "." + step,
                    kind + "." + rule,
                    kind + "." + anywhere + "." + step,
                    kind + "." + anywhere);
            if (found != null) {
                return found;
            }
        }
        var counts = trace.counts().name();
        var found = found(kind + "." + step + "." + counts, kind + "." + step, kind + "." + counts);
        return found == null ? text(kind + "." + step) : found;
    }

    private @Nullable String found(String... keys) {
        for (var key : keys) {
            var text = texts.getProperty(key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String shorter(String rule) {
        return rule.substring(0, Math.max(0, rule.lastIndexOf('-')));
    }

    private static Map<Language, Phrases> all() {
        var all = new EnumMap<Language, Phrases>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Phrases(language));
        }
        return all;
    }
}
