package org.reskontra.kit.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.PublishedEvent;

/** A record whose envelope could be read. */
record Incoming(Envelope envelope, Content content, ConsumerRecord<String, byte[]> record) {

    sealed interface Content {}

    record Known(PublishedEvent event) implements Content {}

    record Card(ContactCard card) implements Content {}

    record ErasedCard() implements Content {}

    record UnknownType() implements Content {}
}
