package org.reskontra.kit.events;

/**
 * The domain refuses an event for good: it goes to the dead-letter topic with this reason and its partition goes on.
 * The reason must name no person.
 */
public class EventRefused extends RuntimeException {

    public EventRefused(String reason) {
        super(reason);
    }
}
