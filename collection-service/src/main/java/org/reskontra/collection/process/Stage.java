package org.reskontra.collection.process;

/** The name of a state, as it is stored and shown. */
public enum Stage {
    REGISTERED,
    DEMANDING,
    DEMANDED,
    UNDELIVERABLE,
    CLOSED
}
