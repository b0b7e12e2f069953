package org.reskontra.collection.process;

/** How a case ended. */
public enum CloseReason {
    SETTLED
}
