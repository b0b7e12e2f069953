package org.reskontra.kit.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.json.Json;

/** Turns a Kafka record into an event of the catalogue. */
@ApplicationScoped
class IncomingReader {

    Incoming read(ConsumerRecord<String, byte[]> record) throws Unreadable {
        var envelope = Headers.read(record.headers());
        subjectIsId(envelope);
        return new Incoming(envelope, content(record, envelope), record);
    }

    private static Incoming.Content content(ConsumerRecord<String, byte[]> record, Envelope envelope)
            throws Unreadable {
        if (record.topic().equals(Topics.CONTACT_CARDS)) {
            return record.value() == null
                    ? new Incoming.ErasedCard()
                    : new Incoming.Card(read(record.value(), ContactCard.class, envelope));
        }
        var known = EventCatalogue.recordOf(envelope.type());
        if (known.isEmpty()) {
            return new Incoming.UnknownType();
        }
        if (record.value() == null) {
            throw new Unreadable(envelope.type() + " without a value");
        }
        return new Incoming.Known(read(record.value(), known.get(), envelope));
    }

    private static <T> T read(byte[] value, Class<T> type, Envelope envelope) throws Unreadable {
        try {
            return Json.read(value, type);
        } catch (IOException _) {
            throw new Unreadable("the value is not the JSON of " + envelope.type());
        }
    }

    private static void subjectIsId(Envelope envelope) throws Unreadable {
        try {
            UUID.fromString(envelope.subject());
        } catch (IllegalArgumentException _) {
            throw new Unreadable("ce_subject is not a UUID");
        }
    }
}
