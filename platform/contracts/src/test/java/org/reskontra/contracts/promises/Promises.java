package org.reskontra.contracts.promises;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.PublishedEvent;

/**
 * The committed files that spell out what is promised to partners. Tests compare them with what the records say;
 * {@code -Dcontracts.write=true} writes them anew.
 */
final class Promises {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path RESOURCES = MODULE.resolve("src/main/resources/org/reskontra/contracts");
    static final Path SOURCES = MODULE.resolve("src/main/java");
    static final Path SCHEMAS = RESOURCES.resolve("schemas");
    static final Path GOLDENS = RESOURCES.resolve("goldens");
    static final Path REPOSITORY = MODULE.getParent().getParent();

    private static final String HOW_TO_WRITE =
            "Write it anew with: mvn -pl platform/contracts test -Dcontracts.write=true";

    private Promises() {}

    /** Whether files are to be written instead of compared. */
    static boolean writing() {
        return !System.getProperty("contracts.write", "").isEmpty();
    }

    /** Whether even a change that breaks readers may be written: only for events that no release has published. */
    static boolean writingUnreleased() {
        return System.getProperty("contracts.write", "").equals("unreleased");
    }

    /** The name that schema and goldens of an event share: {@code invoice-issued.v1}. */
    static String nameOf(Class<? extends PublishedEvent> event) {
        var type = EventCatalogue.typeOf(event);
        return type.substring("org.reskontra.".length());
    }

    /** Every published record, by its name. */
    static List<Class<? extends PublishedEvent>> events() {
        return EventCatalogue.records().stream()
                .sorted(Comparator.comparing(Promises::nameOf))
                .toList();
    }

    static Path schemaFile(Class<? extends PublishedEvent> event) {
        return SCHEMAS.resolve(nameOf(event) + ".json");
    }

    /** The goldens of an event: {@code <name>.v<version>.json} and any {@code <name>.v<version>.<case>.json}. */
    static List<Path> goldensOf(Class<? extends PublishedEvent> event) {
        return files(GOLDENS).stream()
                .filter(file -> file.getFileName().toString().startsWith(nameOf(event) + "."))
                .toList();
    }

    static List<Path> goldens() {
        return files(GOLDENS).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> text(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(JsonNode json) {
        var separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        var indent = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(new DefaultPrettyPrinter(separators)
                                    .withObjectIndenter(indent)
                                    .withArrayIndenter(indent))
                            .writeValueAsString(json)
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when the committed file is not what it should be; writes it when asked to. */
    static void hold(Path file, String expected) {
        if (text(file).filter(expected::equals).isPresent()) {
            return;
        }
        if (!writing()) {
            fail(REPOSITORY.relativize(file) + " does not say what the records say. " + HOW_TO_WRITE);
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
