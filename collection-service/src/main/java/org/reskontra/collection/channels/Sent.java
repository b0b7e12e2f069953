package org.reskontra.collection.channels;

/** A letter that was tried, and what became of it. */
record Sent(Outgoing letter, Outcome outcome) {}
