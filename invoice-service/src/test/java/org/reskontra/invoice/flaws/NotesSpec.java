package org.reskontra.invoice.flaws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line is a line, and lines have ends: nothing else that cannot be seen is in a note. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotesSpec {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "Väntar på konkursförvaltaren; ring efter påsk.")
    void what_can_be_seen_is_in_order(@Nullable String note) {
        assertEquals(List.of(), Notes.line(note));
        assertEquals(List.of(), Notes.lines(note));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo", "one\r\ntwo", "one\ttwo"})
    void line_ends_and_tabs_are_only_in_a_note_of_lines(String note) {
        assertEquals(List.of(flaw("A note has no control signs.")), Notes.line(note));
        assertEquals(List.of(), Notes.lines(note));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "bell\u0007", "escape\u001b[31m", "delete\u007f"})
    void other_control_signs_are_in_none(String note) {
        assertEquals(List.of(flaw("A note has no control signs.")), Notes.line(note));
        assertEquals(List.of(flaw("A note has no control signs but line ends.")), Notes.lines(note));
    }

    private static Flaw flaw(String detail) {
        return new Flaw("/note", "control-signs", detail);
    }
}
