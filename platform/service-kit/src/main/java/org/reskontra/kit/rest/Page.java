package org.reskontra.kit.rest;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next pass it as {@code after} to go on; null on the last page
 */
public record Page<T>(
        List<T> items,

        @Nullable @Schema(description = "Pass as `after` for the next page; null on the last")
        String next) {

    /** Makes a page of at most {@code limit} out of {@code limit + 1} rows, the last of which only says "more". */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Cursor> cursor, Function<R, T> item) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                shown.stream().map(item).toList(),
                rows.size() > limit ? cursor.apply(shown.getLast()).encoded() : null);
    }
}
