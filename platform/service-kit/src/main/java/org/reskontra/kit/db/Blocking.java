package org.reskontra.kit.db;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Lets a thread of our own wait for reactive work, which runs on a fresh Vert.x context. */
public final class Blocking {

    private Blocking() {}

    /** The work's result; its failure is thrown as it is when unchecked, else wrapped. */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
