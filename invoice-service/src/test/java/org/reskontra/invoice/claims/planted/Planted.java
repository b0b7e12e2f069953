package org.reskontra.invoice.claims.planted;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.reskontra.invoice.payments.planted.Shell;

/** What must never be seen in a core; each proves that its rule can fail. */
public final class Planted {

    private Planted() {}

    /** Knows a framework. */
    public static final class KnowsAFramework {
        public Uni<Integer> answer() {
            return Uni.createFrom().item(42);
        }
    }

    /** Knows a shell. */
    public static final class KnowsAShell {
        public Shell shell() {
            return new Shell();
        }
    }

    /** Looks at the calendar on the wall. */
    public static final class LooksAtTheWall {
        public LocalDate day() {
            return LocalDate.now();
        }
    }

    /** Makes ids up. */
    public static final class MakesIdsUp {
        public UUID id() {
            return UUID.randomUUID();
        }
    }
}
