package org.reskontra.kit.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort key and the id of its last item. Opaque to clients. */
public record Cursor(String sortKey, UUID id) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 200;

    /** The page size for what was asked: 50 when nothing was; outside 1 to 200 is refused. */
    public static int limit(@Nullable Integer asked) {
        int limit = asked == null ? DEFAULT_LIMIT : asked;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Problem.invalid("limit", "range", "A page has 1 to " + LARGEST_LIMIT + " items.");
        }
        return limit;
    }

    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + "|" + sortKey).getBytes(UTF_8));
    }

    /** Reads {@code after}; empty for the first page, a problem for what no answer ever contained. */
    public static Optional<Cursor> decode(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(after), UTF_8).split("\\|", 2);
            return Optional.of(new Cursor(parts[1], UUID.fromString(parts[0])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw Problem.invalid("after", "cursor", "Pass the `next` of the page before, unchanged.");
        }
    }
}
