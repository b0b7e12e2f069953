package org.reskontra.invoice.writeoffs;

/** Where a write-off stands. */
enum WriteOffState {
    /** It waits for somebody else to decide. */
    PROPOSED,
    BOOKED,
    REJECTED
}
