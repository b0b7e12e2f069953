package org.reskontra.dunning.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.kit.json.Json;

/**
 * One thing that happened to a case; added, never changed.
 *
 * @param recordedAt by the database's clock; null until it is there
 */
record JournalRow(
        UUID tenantId,
        UUID invoiceId,
        int seq,
        LocalDate happenedOn,
        String event,
        String detail,
        @Nullable Instant recordedAt) {

    private static final Map<String, Class<?>> EVENTS = Arrays.stream(CaseEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    static JournalRow of(CaseRow row, int seq, CaseEvent event) {
        return new JournalRow(
                row.tenantId,
                row.invoiceId,
                seq,
                event.on(),
                event.getClass().getSimpleName(),
                Json.write(event),
                null);
    }

    /** The event itself, to replay. */
    CaseEvent told() {
        var type = EVENTS.get(event);
        if (type == null) {
            throw new IllegalStateException("the journal has an event that this version does not know: " + event);
        }
        try {
            return (CaseEvent) Json.read(detail.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable journal", e);
        }
    }
}
