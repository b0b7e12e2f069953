package org.reskontra.kit.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    @Test
    void the_day_begins_at_the_tenants_own_midnight() {
        var beforeMidnightInStockholm =
                new BusinessClock(Clock.fixed(Instant.parse("2025-06-30T21:59:59Z"), ZoneOffset.UTC));
        assertEquals(LocalDate.parse("2025-06-30"), beforeMidnightInStockholm.today(ZoneId.of("Europe/Stockholm")));
        assertEquals(LocalDate.parse("2025-07-01"), beforeMidnightInStockholm.today(ZoneId.of("Europe/Helsinki")));
    }
}
