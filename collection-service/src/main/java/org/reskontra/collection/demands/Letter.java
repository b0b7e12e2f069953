package org.reskontra.collection.demands;

/** What the debtor reads: plain text, lines ended by a line feed. */
public record Letter(String subject, String text) {}
