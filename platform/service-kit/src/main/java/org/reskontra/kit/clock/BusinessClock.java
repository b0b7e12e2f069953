package org.reskontra.kit.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The only place that asks what time it is. Production tenants live on the wall clock in their own zone. */
@ApplicationScoped
public class BusinessClock {

    private final Clock wall;

    public BusinessClock() {
        this(Clock.systemUTC());
    }

    public BusinessClock(Clock wall) {
        this.wall = wall;
    }

    /** The civil date it is in a zone right now. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.now(wall.withZone(zone));
    }

    /** For time stamps of records, never for business dates. */
    public Instant now() {
        return wall.instant();
    }
}
