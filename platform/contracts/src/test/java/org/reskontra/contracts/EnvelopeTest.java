package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void the_first_event_of_an_aggregate_has_version_one() {
        assertEquals(1, envelope(1).aggregateVersion());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void there_is_no_version_before_the_first(long version) {
        assertThrows(IllegalArgumentException.class, () -> envelope(version));
    }

    @Test
    void ids_read_and_write_as_uuids() {
        var uuid = "019cb294-4ac5-7c9f-8f4b-2f1f0b6b8a01";
        assertEquals(uuid, EventId.of(uuid).toString());
        assertEquals(uuid, TenantId.of(uuid).toString());
        assertEquals(uuid, InvoiceId.of(uuid).toString());
        assertEquals(uuid, CustomerId.of(uuid).toString());
        assertEquals(uuid, PaymentId.of(uuid).toString());
        assertEquals(uuid, LetterId.of(uuid).toString());
        assertEquals(uuid, CreditCheckId.of(uuid).toString());
        assertEquals(uuid, CollectionCaseId.of(uuid).toString());
        assertThrows(IllegalArgumentException.class, () -> InvoiceId.of("INV-1"));
    }

    private static Envelope envelope(long version) {
        return new Envelope(
                EventId.of("019cb294-4ac5-7c9f-8f4b-2f1f0b6b8a01"),
                "/invoice-service",
                "org.reskontra.invoice-issued.v1",
                "019cb29b-7b67-73d9-a344-5bb31738f7d9",
                Instant.parse("2026-03-02T07:30:00Z"),
                TenantId.of("019b8d3a-5a00-7d00-8f4b-2f1f0b6b8a02"),
                version);
    }
}
