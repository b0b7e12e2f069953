package org.reskontra.invoice.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.kit.rest.Problem;

/** The text of an uploaded file, within the bounds that hold for all of them. */
final class FileText {

    private static final int MOST_LINES = 20_000;
    private static final int MOST_SIGNS_OF_A_LINE = 100_000;

    private FileText() {}

    /**
     * The text in a part of the form.
     *
     * @throws Problem 400 when it is not UTF-8
     */
    static String of(String pointer, byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid(pointer, "not-utf-8", "The file is not written in UTF-8.");
        }
    }

    /** One JSON object a line; empty lines count, but hold nothing. */
    static List<ImportLine> objects(String text, String what) {
        var lines = new ArrayList<ImportLine>();
        int number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (line.length() > MOST_SIGNS_OF_A_LINE || line.indexOf('\0') >= 0) {
                lines.add(ImportLine.broken(number, "the line is too long or holds NUL signs"));
            } else {
                lines.add(ImportLine.text(number, line));
            }
            requireBounded(lines.size(), what);
        }
        return lines;
    }

    static void requireBounded(int lines, String what) {
        if (lines > MOST_LINES) {
            throw Problem.invalid(
                    "/file",
                    "too-many-lines",
                    "A file holds at most " + MOST_LINES + " " + what + ": cut it in parts.");
        }
    }

    static void requireAny(List<ImportLine> lines, String what) {
        if (lines.isEmpty()) {
            throw Problem.invalid("/file", "empty", "The file holds no " + what + ".");
        }
    }
}
