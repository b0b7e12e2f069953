package org.reskontra.dunning.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.kit.json.Json;

/** One thing that happened to a case; added, never changed. */
@Entity
@Table(name = "case_journal")
@IdClass(JournalRow.Key.class)
class JournalRow {

    private static final Map<String, Class<?>> EVENTS = Arrays.stream(CaseEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    @Id
    UUID tenantId;

    @Id
    UUID invoiceId;

    @Id
    int seq;

    LocalDate happenedOn;
    String event;
    String detail;

    @Column(insertable = false, updatable = false)
    Instant recordedAt;

    static JournalRow of(CaseRow row, int seq, CaseEvent event) {
        var line = new JournalRow();
        line.tenantId = row.tenantId;
        line.invoiceId = row.invoiceId;
        line.seq = seq;
        line.happenedOn = event.on();
        line.event = event.getClass().getSimpleName();
        line.detail = Json.write(event);
        return line;
    }

    /** The event itself, to replay. */
    CaseEvent event() {
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

    /** Key of a line. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID tenantId;
        UUID invoiceId;
        int seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.tenantId.equals(tenantId)
                    && key.invoiceId.equals(invoiceId)
                    && key.seq == seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, invoiceId, seq);
        }
    }
}
