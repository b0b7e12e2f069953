package org.reskontra.contracts.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.PublishedEvent;

class SchemaTest {

    private static final Javadocs DOCS = Javadocs.of(Promises.SOURCES);

    @TestFactory
    Stream<DynamicTest> the_committed_schema_is_the_one_its_record_asks_for() {
        return Promises.events().stream()
                .map(event -> DynamicTest.dynamicTest(Promises.nameOf(event), () -> {
                    var file = Promises.schemaFile(event);
                    var derived = schemaOf(event);
                    if (!Promises.writingUnreleased() && Promises.text(file).isPresent()) {
                        assertEquals(
                                List.of(),
                                Compatibility.breaks(Promises.json(file), derived),
                                "readers of " + Promises.nameOf(event)
                                        + " would break: publish a new version of the event."
                                        + " Only while no release has published it: -Dcontracts.write=unreleased");
                    }
                    Promises.hold(file, Promises.pretty(derived));
                }));
    }

    @Test
    void every_committed_schema_belongs_to_a_record() {
        var expected =
                Promises.events().stream().map(Promises::schemaFile).sorted().toList();
        assertEquals(expected, Promises.files(Promises.SCHEMAS));
    }

    @Test
    void a_component_that_may_be_null_is_not_required_and_all_others_are() {
        var schema = schemaOf(ChargePosted.class);
        var required = schema.get("required").toString();
        assertTrue(required.contains("\"ruleId\""), required);
        assertTrue(!required.contains("\"interestThrough\""), required);
        assertEquals(
                "[\"string\",\"null\"]",
                schema.at("/properties/interestThrough/type").toString());
    }

    @Test
    void descriptions_come_from_the_javadoc() {
        var schema = schemaOf(ChargePosted.class);
        assertEquals(
                "A charge was posted on the invoice.", schema.get("description").asText());
        assertEquals(
                "the rule that allows it",
                schema.at("/properties/ruleId/description").asText());
    }

    private static ObjectNode schemaOf(Class<? extends PublishedEvent> event) {
        return new SchemaWriter(DOCS).schemaOf(event);
    }
}
