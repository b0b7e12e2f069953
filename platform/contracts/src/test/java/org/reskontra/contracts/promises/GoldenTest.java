package org.reskontra.contracts.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.contracts.PublishedEvent;

/**
 * Goldens are events as partners have them stored. New ones are added, old ones never edited. That they parse to their
 * records and back is tested where the JSON mapping lives, in service-kit.
 */
class GoldenTest {

    private static final Javadocs DOCS = Javadocs.of(Promises.SOURCES);
    private static final Path CHECKSUMS = Promises.GOLDENS.resolve("SHA256SUMS");
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    @TestFactory
    Stream<DynamicTest> every_event_has_a_golden_that_its_schema_accepts() {
        return eachEvent(event -> {
            var goldens = Promises.goldensOf(event);
            assertTrue(
                    goldens.contains(Promises.GOLDENS.resolve(Promises.nameOf(event) + ".json")),
                    "no golden " + Promises.nameOf(event) + ".json");
            for (var golden : goldens) {
                assertEquals(List.of(), errors(event, Promises.json(golden)), golden.toString());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_schema_notices_when_anything_required_is_missing_or_of_another_type() {
        return eachEvent(event -> {
            var golden = Promises.json(Promises.GOLDENS.resolve(Promises.nameOf(event) + ".json"));
            for (var required : schemaOf(event).get("required")) {
                var missing = (ObjectNode) golden.deepCopy();
                missing.remove(required.asText());
                assertFalse(errors(event, missing).isEmpty(), required + " may be missing");
                var retyped = (ObjectNode) golden.deepCopy();
                retyped.put(required.asText(), 1.5);
                assertFalse(errors(event, retyped).isEmpty(), required + " may be of another type");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_goldens_of_an_event_show_each_of_its_properties_with_a_value() {
        return eachEvent(event -> {
            for (var property : schemaOf(event).get("properties").properties()) {
                assertTrue(
                        Promises.goldensOf(event).stream()
                                .anyMatch(golden -> Promises.json(golden).hasNonNull(property.getKey())),
                        "no golden shows " + property.getKey());
            }
        });
    }

    @Test
    void every_golden_belongs_to_an_event() {
        var owned = Promises.events().stream()
                .flatMap(event -> Promises.goldensOf(event).stream())
                .sorted()
                .toList();
        assertEquals(owned, Promises.goldens());
    }

    @Test
    void a_golden_once_listed_is_never_edited_or_removed() {
        var listed = listed();
        listed.forEach((name, checksum) -> assertEquals(
                checksum,
                Promises.text(Promises.GOLDENS.resolve(name))
                        .map(GoldenTest::checksum)
                        .orElse("(removed)"),
                name + " is stored by partners as it was. Put it back; show new cases in a new golden, and publish a"
                        + " change that old readers can't take as a new version. (Before the first release: delete its"
                        + " line in SHA256SUMS and write the list anew.)"));
        var all = new TreeMap<>(listed);
        Promises.goldens()
                .forEach(golden -> all.computeIfAbsent(
                        golden.getFileName().toString(),
                        _ -> checksum(Promises.text(golden).orElseThrow())));
        var lines = new StringBuilder();
        all.forEach((name, checksum) ->
                lines.append(checksum).append("  ").append(name).append('\n'));
        Promises.hold(CHECKSUMS, lines.toString());
    }

    @Test
    void the_checksum_sees_every_edit() {
        assertNotEquals(checksum("{\"minor\": 1250}\n"), checksum("{\"minor\": 1251}\n"));
    }

    @Test
    void ids_in_goldens_are_uuid_version_7() {
        for (var golden : Promises.goldens()) {
            texts(Promises.json(golden)).stream()
                    .filter(text -> UUID_SHAPE.matcher(text).matches())
                    .forEach(id -> assertEquals(7, UUID.fromString(id).version(), golden + ": " + id));
        }
    }

    @Test
    void no_golden_shows_an_address_that_could_be_somebodys() {
        for (var golden : Promises.goldens()) {
            texts(Promises.json(golden)).stream()
                    .filter(text -> EMAIL.matcher(text).find())
                    .forEach(address -> assertTrue(address.endsWith(".example"), golden + ": " + address));
        }
    }

    private interface Check {
        void of(Class<? extends PublishedEvent> event);
    }

    private static Stream<DynamicTest> eachEvent(Check check) {
        return Promises.events().stream()
                .map(event -> DynamicTest.dynamicTest(Promises.nameOf(event), () -> check.of(event)));
    }

    /** As the committed file has it, which is {@link SchemaTest}'s business. */
    private static JsonNode schemaOf(Class<? extends PublishedEvent> event) {
        return new SchemaWriter(DOCS).schemaOf(event);
    }

    private static List<Error> errors(Class<? extends PublishedEvent> event, JsonNode payload) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaOf(event))
                .validate(payload, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Map<String, String> listed() {
        var listed = new TreeMap<String, String>();
        Promises.text(CHECKSUMS).orElse("").lines().forEach(line -> {
            var parts = line.split("  ", 2);
            listed.put(parts[1], parts[0]);
        });
        return listed;
    }

    private static String checksum(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(JsonNode json) {
        var texts = new ArrayList<String>();
        json.forEach(child -> texts.addAll(texts(child)));
        if (json.isTextual()) {
            texts.add(json.asText());
        }
        return texts;
    }
}
