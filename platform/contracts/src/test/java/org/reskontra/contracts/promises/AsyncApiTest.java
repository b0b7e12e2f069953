package org.reskontra.contracts.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.Topics;

class AsyncApiTest {

    private static final String WRITTEN_BY = """
            # Written from the event records: mvn -pl platform/contracts test -Dcontracts.write=true
            # Change the records or the writer beside AsyncApiTest, not this file.
            """;

    private final JsonNode document = new AsyncApiWriter(Javadocs.of(Promises.SOURCES)).document();

    @Test
    void the_committed_document_is_the_one_the_records_ask_for() {
        Promises.hold(Promises.REPOSITORY.resolve("docs/asyncapi.yaml"), WRITTEN_BY + Yaml.write(document));
    }

    @Test
    void is_valid_asyncapi() throws IOException {
        assertEquals(List.of(), errors(document));
    }

    @Test
    void what_is_no_asyncapi_would_be_noticed() throws IOException {
        var broken = (ObjectNode) document.deepCopy();
        ((ObjectNode) broken.at("/channels/invoice-events")).put("adress", "invoice-events");
        assertFalse(errors(broken).isEmpty());
    }

    @Test
    void reads_back_from_yaml_as_it_was_written() {
        assertEquals(document, Yaml.read(Yaml.write(document)));
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = references(document);
        assertTrue(references.size() > 50, () -> "suspiciously few references: " + references);
        for (var reference : references) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference + " leads nowhere");
        }
    }

    @Test
    void every_event_is_a_message_of_one_channel() {
        var described = new TreeSet<String>();
        document.get("channels")
                .forEach(channel -> channel.get("messages").fieldNames().forEachRemaining(described::add));
        var published = new TreeSet<String>();
        EventCatalogue.records().forEach(event -> published.add(Promises.nameOf(event)));
        assertEquals(published, described);
    }

    @Test
    void every_public_topic_is_a_channel_and_the_restricted_one_is_not() {
        var channels = new HashSet<String>();
        document.get("channels").fieldNames().forEachRemaining(channels::add);
        var open = new HashSet<>(Topics.ALL);
        open.remove(Topics.CONTACT_CARDS);
        assertEquals(open, channels);
        assertFalse(document.toString().contains("contact-card"));
    }

    private static List<Error> errors(JsonNode document) throws IOException {
        try (var schema = AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Promises.JSON.readTree(schema))
                    .validate(document);
        }
    }

    private static Set<String> references(JsonNode json) {
        var found = new TreeSet<String>();
        json.forEach(child -> found.addAll(references(child)));
        if (json.path("$ref").isTextual()) {
            found.add(json.get("$ref").asText());
        }
        return found;
    }
}
