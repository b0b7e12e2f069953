package org.reskontra.invoice.flaws;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clerks write to each other, in the field {@code /note}. */
public final class Notes {

    private static final Pattern LINE_ENDS_AND_TABS = Pattern.compile("[\\r\\n\\t]");

    private Notes() {}

    /** What is wrong with a note that is a single line. */
    public static List<Flaw> line(@Nullable String note) {
        return flaws(note, "A note has no control signs.");
    }

    /** What is wrong with a note that may have lines. */
    public static List<Flaw> lines(@Nullable String note) {
        return flaws(
                note == null ? null : LINE_ENDS_AND_TABS.matcher(note).replaceAll(" "),
                "A note has no control signs but line ends.");
    }

    private static List<Flaw> flaws(@Nullable String note, String detail) {
        return note != null && Flaw.holdsControlSigns(note)
                ? List.of(new Flaw("/note", "control-signs", detail))
                : List.of();
    }
}
