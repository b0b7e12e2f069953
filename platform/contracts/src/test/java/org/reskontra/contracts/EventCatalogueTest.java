package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;

class EventCatalogueTest {

    /** Words joined by hyphens, the last of them a past participle. */
    private static final Pattern PAST_KEBAB =
            Pattern.compile("[a-z]+(-[a-z]+)*-[a-z]*(ed|made|sent|found|held|paid|drawn)");

    /** Names whose verb is not last, each with its reason. */
    private static final Set<String> PAST_ALL_THE_SAME = Set.of(
            "handed-to-collection", // "handed" is the verb
            "invoice-written-off", // "written" is the verb
            "reminder-undeliverable", // a lasting state is the news
            "collection-demand-undeliverable");

    @Test
    void every_record_of_every_publisher_is_in_the_catalogue() {
        var published = publishers().flatMap(EventCatalogueTest::recordsOf).toList();
        assertTrue(published.size() > 10, () -> "suspiciously few records: " + published);
        assertEquals(new HashSet<>(published), new HashSet<>(EventCatalogue.records()));
    }

    @Test
    void every_event_has_a_type_of_its_own() {
        var types = EventCatalogue.records().stream()
                .map(EventCatalogue::typeOf)
                .distinct()
                .toList();
        assertEquals(EventCatalogue.records().size(), types.size());
        for (var event : EventCatalogue.records()) {
            assertEquals(Optional.of(event), EventCatalogue.recordOf(EventCatalogue.typeOf(event)));
        }
    }

    @Test
    void names_are_kebab_case_in_the_past_tense_and_versions_start_at_one() {
        for (var event : EventCatalogue.records()) {
            var type = event.getAnnotation(EventType.class);
            assertNotNull(type, event + " has no @EventType");
            assertTrue(saysWhatHappened(type.name()), type.name() + " does not say what happened");
            assertTrue(type.version() >= 1, event + " has version " + type.version());
        }
    }

    @Test
    void a_name_in_the_present_or_in_another_case_would_be_noticed() {
        for (var wrong : List.of("issue-invoice", "invoiceIssued", "Invoice-Issued", "invoice_issued", "issued", "")) {
            assertTrue(!saysWhatHappened(wrong), wrong);
        }
    }

    @Test
    void a_record_is_named_as_its_event() {
        for (var event : EventCatalogue.records()) {
            var words = event.getSimpleName().replaceAll("V\\d+$", "").replaceAll("(?<=.)(?=\\p{Lu})", "-");
            assertEquals(event.getAnnotation(EventType.class).name(), words.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void type_and_schema_follow_from_name_and_version() {
        assertEquals("org.reskontra.invoice-issued.v1", EventCatalogue.typeOf(InvoiceIssued.class));
        assertEquals(
                "urn:reskontra:schema:org.reskontra.invoice-issued.v1",
                EventCatalogue.dataSchemaOf(InvoiceIssued.class));
    }

    @Test
    void a_type_of_the_future_is_unknown_and_no_error() {
        assertEquals(Optional.empty(), EventCatalogue.recordOf("org.reskontra.invoice-issued.v99"));
        assertEquals(Optional.empty(), EventCatalogue.recordOf(""));
    }

    @Test
    void a_class_without_a_name_has_no_type() {
        assertThrows(IllegalArgumentException.class, () -> EventCatalogue.typeOf(InvoiceEvent.class));
    }

    private static boolean saysWhatHappened(String name) {
        return PAST_KEBAB.matcher(name).matches() || PAST_ALL_THE_SAME.contains(name);
    }

    private static Stream<Class<?>> publishers() {
        return Arrays.stream(PublishedEvent.class.getPermittedSubclasses());
    }

    private static Stream<Class<?>> recordsOf(Class<?> publisher) {
        return Arrays.stream(publisher.getPermittedSubclasses());
    }
}
