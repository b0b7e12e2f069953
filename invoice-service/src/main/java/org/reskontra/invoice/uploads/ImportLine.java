package org.reskontra.invoice.uploads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file on its way in: either values by column, or text, or the reason why it is neither.
 *
 * @param line where it begins in the file, counted from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportLine(
        int line,
        @Nullable Map<String, String> values,
        @Nullable String text,
        @Nullable String broken) {

    static ImportLine row(int line, Map<String, String> values) {
        return new ImportLine(line, values, null, null);
    }

    static ImportLine text(int line, String text) {
        return new ImportLine(line, null, text, null);
    }

    static ImportLine broken(int line, String reason) {
        return new ImportLine(line, null, null, reason);
    }
}
