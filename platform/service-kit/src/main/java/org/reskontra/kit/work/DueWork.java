package org.reskontra.kit.work;

import io.smallrye.mutiny.Uni;
import org.reskontra.contracts.TenantId;

/**
 * Work that the calendar or a queue makes due. A bean; run when a tenant is woken and every {@code reskontra.work.poll}.
 * Several replicas run it side by side, so it claims what it takes ({@code for update skip locked}).
 */
public interface DueWork {

    /** For logs and metrics. */
    String name();

    /** Does one bounded batch in transactions of its own; answers how many items it took, 0 when nothing is due. */
    Uni<Integer> run(TenantId tenant);

    /** Whether it runs beside the tenant's other works, which take turns with each other. */
    default boolean isAside() {
        return false;
    }

    /**
     * Whether anything is due or under way now: an SQL condition on {@code :tenant} and, if it likes, {@code :today}, the
     * tenant's business date. It is answered from an index, with one statement for all works.
     */
    String due();
}
