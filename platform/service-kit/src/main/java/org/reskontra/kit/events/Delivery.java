package org.reskontra.kit.events;

import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.PublishedEvent;

/** An event of a known type as it came in. */
public record Delivery(Envelope envelope, PublishedEvent event) {}
