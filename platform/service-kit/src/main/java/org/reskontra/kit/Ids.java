package org.reskontra.kit;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes UUIDv7 (RFC 9562): time-ordered, so that index pages fill up one after the other. */
public final class Ids {

    private static final SecureRandom SEED = new SecureRandom();
    private static final long NODE = SEED.nextLong();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new id; within one process strictly later than every id made before. */
    public static UUID next() {
        // 48 bits of milliseconds and a 12-bit counter: a busy millisecond borrows from the next one.
        long now = System.currentTimeMillis() << 12;
        long ticks = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((ticks >>> 12) << 16) | 0x7000L | (ticks & 0xFFFL);
        long low = ((NODE ^ ThreadLocalRandom.current().nextLong()) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
