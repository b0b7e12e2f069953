package org.reskontra.collection.channels;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Letters whose turn has come.
 *
 * @param taken how many were looked at
 * @param ready those to be sent now
 * @param nextAttempt the shortest wait of those put off; null: none was
 */
record Claimed(int taken, List<Outgoing> ready, @Nullable Duration nextAttempt) {}
