package org.reskontra.kit.events;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells trouble that passes (database away, restarted, deadlock, time-out) from a failure that will come again. */
public final class Trouble {

    /** SQLSTATE classes: connection, transaction rollback, resources, operator intervention, system error. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private Trouble() {}

    public static boolean passes(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                var state = refused.getSqlState();
                // 55P03: the database is locked out for a moment; 25006: a primary has become a standby.
                return state == null
                        || state.length() < 2
                        || PASSING.contains(state.substring(0, 2))
                        || state.equals("55P03")
                        || state.equals("25006");
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof RetriableException
                    || cause instanceof VertxException
                    || isPoolTrouble(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The connection pool says it in words only. */
    private static boolean isPoolTrouble(Throwable cause) {
        return cause instanceof NoStackTraceThrowable
                && ("Timeout".equals(cause.getMessage()) || "Pool closed".equals(cause.getMessage()));
    }
}
