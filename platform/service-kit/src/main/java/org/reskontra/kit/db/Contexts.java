package org.reskontra.kit.db;

import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings an answer that came on some other thread back to where it was asked for. */
public final class Contexts {

    private Contexts() {}

    /** Runs tasks on the caller's Vert.x context; at once where the caller has none. */
    public static Executor current() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
    }
}
