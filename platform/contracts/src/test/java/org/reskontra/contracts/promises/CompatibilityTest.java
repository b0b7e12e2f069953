package org.reskontra.contracts.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

    private static final String PUBLISHED = """
            {"type": "object", "description": "A charge.",
             "properties": {"kind": {"type": "string", "enum": ["FEE", "INTEREST"]},
                            "amount": {"$ref": "#/$defs/Money"},
                            "note": {"type": ["string", "null"]}},
             "required": ["kind", "amount"],
             "$defs": {"Money": {"type": "object", "properties": {"minor": {"type": "integer"}}, "required": ["minor"]}}}
            """;

    @Test
    void other_words_break_nobody() {
        assertBreaks(PUBLISHED.replace("A charge.", "A fee or interest."));
    }

    @Test
    void an_optional_property_may_be_added() {
        assertBreaks(PUBLISHED.replace("\"note\":", "\"payer\": {\"type\": [\"string\", \"null\"]}, \"note\":"));
    }

    @Test
    void a_list_of_codes_may_grow() {
        assertBreaks(PUBLISHED.replace("\"INTEREST\"]", "\"INTEREST\", \"COMPENSATION\"]"));
    }

    @Test
    void a_code_that_is_taken_away_breaks_readers() {
        assertBreaks(PUBLISHED.replace("\"FEE\", ", ""), "/properties/kind/enum: FEE is gone");
    }

    @Test
    void a_property_that_is_taken_away_breaks_readers() {
        assertBreaks(
                PUBLISHED.replace("\"note\": {\"type\": [\"string\", \"null\"]}", "\"notes\": {\"type\": \"null\"}"),
                "/properties/note: is gone");
    }

    @Test
    void another_type_breaks_readers_even_deep_inside() {
        assertBreaks(
                PUBLISHED.replace("\"integer\"", "\"string\""),
                "/$defs/Money/properties/minor/type: \"integer\" became \"string\"");
    }

    @Test
    void a_new_requirement_breaks_the_records_published_before_it() {
        assertBreaks(
                PUBLISHED.replace("[\"kind\", \"amount\"]", "[\"kind\", \"amount\", \"note\"]"),
                "/required: note is now required, old records may lack it");
    }

    @Test
    void a_dropped_requirement_breaks_the_readers_that_relied_on_it() {
        assertBreaks(
                PUBLISHED.replace("[\"kind\", \"amount\"]", "[\"kind\"]"),
                "/required: amount is no longer required, old readers rely on it");
    }

    private static void assertBreaks(String changed, String... expected) {
        assertEquals(List.of(expected), Compatibility.breaks(json(PUBLISHED), json(changed)));
    }

    private static JsonNode json(String text) {
        try {
            return Promises.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
