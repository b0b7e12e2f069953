package org.reskontra.invoice.payments.planted;

import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.util.List;
import org.reskontra.dunning.planted.Theirs;

/** A shell that does what a shell must not; each method proves that its rule can fail. */
public final class Shell {

    /** Reaches into another service. */
    public static final class ReachesOver {
        public Theirs theirs() {
            return new Theirs();
        }
    }

    /** Uses one session for two things at a time. */
    public static final class TwoThingsAtATime {
        public Uni<List<Integer>> both() {
            return Uni.join()
                    .all(Uni.createFrom().item(1), Uni.createFrom().item(2))
                    .andFailFast();
        }
    }

    /** Blocks on the database. */
    public static final class BlocksOnTheDatabase {
        public Connection connection() {
            throw new UnsupportedOperationException();
        }
    }
}
