package org.reskontra.kit.events;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.reskontra.kit.db.Tx;

/** Takes other services' events in. A bean; its topics are subscribed to in the service's consumer group. */
public interface EventHandler {

    Set<String> topics();

    /**
     * Applies events of one tenant inside the transaction that also records them as seen.
     *
     * @param batch in order per aggregate, each event at most once over the life of the service
     * @return fails with {@link EventRefused} for an event that can never be applied: the events are then tried one by
     *     one, and that one ends on the dead-letter topic
     */
    Uni<Void> handle(Tx tx, List<Delivery> batch);
}
