package org.reskontra.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.events.Headers;

/** The goldens of contracts are what partners have stored: they must read, and write back as they were. */
class ContractsModuleTest {

    /** As strict as the mapper for REST bodies. */
    private static final ObjectMapper JSON =
            Json.events().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final String ID = "019cb29b-7b67-73d9-a344-5bb31738f7d9";

    @TestFactory
    Stream<DynamicTest> a_golden_reads_as_its_record_and_writes_back_as_it_was() throws IOException {
        var goldens = goldens();
        assertTrue(goldens.size() >= EventCatalogue.records().size(), () -> "too few goldens: " + goldens);
        return goldens.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var golden = JSON.readTree(resource("goldens/" + name));
                    var record = JSON.treeToValue(golden, recordOf(name));
                    assertInstanceOf(recordOf(name), record);
                    assertEquals(withoutNulls(golden), withoutNulls(JSON.readTree(JSON.writeValueAsString(record))));
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_event_that_lacks_something_required_does_not_read() throws IOException {
        return goldens().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var golden = JSON.readTree(resource("goldens/" + name));
                    for (var required : JSON.readTree(resource("schemas/" + eventOf(name) + ".json"))
                            .get("required")) {
                        var missing = (ObjectNode) golden.deepCopy();
                        missing.remove(required.asText());
                        assertThrows(
                                JsonMappingException.class,
                                () -> JSON.treeToValue(missing, recordOf(name)),
                                () -> required + " may be missing");
                        var empty = (ObjectNode) golden.deepCopy();
                        empty.putNull(required.asText());
                        assertThrows(
                                JsonMappingException.class,
                                () -> JSON.treeToValue(empty, recordOf(name)),
                                () -> required + " may be null");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_property_that_a_later_version_adds_is_no_hindrance() throws IOException {
        return goldens().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var later = (ObjectNode) JSON.readTree(resource("goldens/" + name));
                    later.putObject("addedLater").put("minor", 1);
                    later.findParents("minor")
                            .forEach(amount -> ((ObjectNode) amount)
                                    .putObject("addedLater")
                                    .put("minor", 2));
                    assertInstanceOf(recordOf(name), Json.events().treeToValue(later, recordOf(name)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_header_that_names_the_schema_names_the_one_in_the_jar() {
        return EventCatalogue.records().stream()
                .map(record -> DynamicTest.dynamicTest(record.getSimpleName(), () -> {
                    var type = EventCatalogue.typeOf(record);
                    var envelope = new Envelope(
                            EventId.of(ID), "/invoice-service", type, ID, Instant.EPOCH, TenantId.of(ID), 1);
                    var schema =
                            JSON.readTree(resource("schemas/" + type.substring("org.reskontra.".length()) + ".json"));
                    assertEquals(schema.get("$id").asText(), Headers.text(Headers.of(envelope, null), "ce_dataschema"));
                    assertEquals(schema.get("$id").asText(), EventCatalogue.dataSchemaOf(record));
                }));
    }

    @Test
    void money_is_minor_units_and_a_currency() throws IOException {
        assertJson("{'minor':1250,'currency':'SEK'}", Money.of(1250, "SEK"), Money.class);
        assertJson("{'minor':-9223372036854775808,'currency':'JPY'}", Money.of(Long.MIN_VALUE, "JPY"), Money.class);
        assertEquals(Money.of(1250, "SEK"), read("{'currency':'SEK','minor':1250}", Money.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'minor':12.5,'currency':'SEK'}",
                "{'minor':1250.0,'currency':'SEK'}",
                "{'minor':'1250','currency':'SEK'}",
                "{'minor':null,'currency':'SEK'}",
                "{'minor':9223372036854775808,'currency':'SEK'}",
                "{'minor':1250,'currency':'kr'}",
                "{'minor':1250,'currency':'XAU'}",
                "{'minor':1250,'currency':null}",
                "{'minor':1250,'currency':752}",
                "{'minor':1250}",
                "{'currency':'SEK'}",
                "{'minor':1250,'currency':'SEK','major':'12.50'}",
                "{}",
                "[]",
                "1250",
                "'12.50 SEK'"
            })
    void anything_else_is_no_money(String text) {
        assertRefused(text, Money.class);
    }

    @Test
    void a_rate_keeps_its_decimals() throws IOException {
        assertJson("'0.115'", new BigDecimal("0.115"), BigDecimal.class);
        assertJson("'0.1150'", new BigDecimal("0.1150"), BigDecimal.class);
        assertJson("'-0.005'", new BigDecimal("-0.005"), BigDecimal.class);
        assertEquals(new BigDecimal("0.115"), read("0.115", BigDecimal.class));
        assertEquals("\"1000\"", JSON.writeValueAsString(new BigDecimal("1E+3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'1e999999999'", "1e999999", "'1e-2147483647'", "'0e2147483647'", "'11 %'", "''", "true", "{}"})
    void a_number_that_no_rate_could_be_is_refused(String text) {
        assertRefused(text, BigDecimal.class);
    }

    @Test
    void an_id_is_its_uuid_and_a_country_its_code() throws IOException {
        assertJson("'" + ID + "'", InvoiceId.of(ID), InvoiceId.class);
        assertJson("'SE'", Country.SE, Country.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1-1-1-1-1'", "'INV-1'", "''", "1", "{'value':'019cb29b-7b67-73d9-a344-5bb31738f7d9'}"})
    void anything_else_is_no_id(String text) {
        assertRefused(text, InvoiceId.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'se'", "'XX'", "''", "46", "{'code':'SE'}"})
    void anything_else_is_no_country(String text) {
        assertRefused(text, Country.class);
    }

    @Test
    void convenience_methods_stay_off_the_wire() throws IOException {
        var written = JSON.valueToTree(Outstanding.nothing(Currency.getInstance("SEK")));
        assertFalse(written.has("settled"), written::toString);
        assertEquals(4, written.size());
    }

    @Test
    void a_total_that_does_not_add_up_does_not_read() {
        assertThrows(
                JsonProcessingException.class,
                () -> read(
                        "{'principal':{'minor':1,'currency':'SEK'},'interest':{'minor':0,'currency':'SEK'},"
                                + "'costs':{'minor':0,'currency':'SEK'},'total':{'minor':2,'currency':'SEK'}}",
                        Outstanding.class));
    }

    @Test
    void a_contact_card_reads_back_as_it_was_written() throws IOException {
        var card = new ContactCard(
                TenantId.of(ID),
                CustomerId.of(ID),
                "Provbolaget AB",
                List.of("faktura@provbolaget.example"),
                new ContactCard.PostalAddress("Provgatan 1", "123 45", "Provstad", "SE"),
                "sv");
        assertEquals(card, JSON.readValue(JSON.writeValueAsString(card), ContactCard.class));
        var unreachable = new ContactCard(TenantId.of(ID), CustomerId.of(ID), "Provbolaget AB", List.of(), null, "sv");
        assertEquals(unreachable, JSON.readValue(JSON.writeValueAsString(unreachable), ContactCard.class));
    }

    private static <T> void assertJson(String text, T value, Class<T> type) throws IOException {
        assertEquals(text.replace('\'', '"'), JSON.writeValueAsString(value));
        assertEquals(value, read(text, type));
    }

    private static void assertRefused(String text, Class<?> type) {
        var refused = assertThrows(JsonProcessingException.class, () -> read(text, type));
        if (!(refused instanceof UnrecognizedPropertyException)) {
            assertFalse(refused.getOriginalMessage().contains("org.reskontra"), refused::getOriginalMessage);
        }
    }

    private static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(text.replace('\'', '"'), type);
    }

    private static Class<? extends PublishedEvent> recordOf(String golden) {
        return EventCatalogue.recordOf("org.reskontra." + eventOf(golden)).orElseThrow();
    }

    /** {@code charge-posted.v1.late-interest.json} is a {@code charge-posted.v1}. */
    private static String eventOf(String golden) {
        var parts = golden.split("\\.");
        return parts[0] + "." + parts[1];
    }

    private static List<String> goldens() throws IOException {
        return resource("goldens/SHA256SUMS")
                .lines()
                .map(line -> line.split("  ", 2)[1])
                .toList();
    }

    private static String resource(String path) throws IOException {
        try (var in = Money.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode withoutNulls(JsonNode node) {
        node.forEach(ContractsModuleTest::withoutNulls);
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(property -> property.getValue().isNull());
        }
        return node;
    }
}
