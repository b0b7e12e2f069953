package org.reskontra.kit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.events.KafkaClients;
import org.reskontra.kit.json.Json;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.localstack.test.LocalStackResource;

/** Words the kit's specifications share. */
public final class KitFixture {

    public static final Currency SEK = Currency.getInstance("SEK");

    private KitFixture() {}

    public static Tenant sandbox(String today) {
        return new Tenant(
                new TenantId(Ids.next()),
                Country.SE,
                ZoneId.of("Europe/Stockholm"),
                SEK,
                true,
                LocalDate.parse(today),
                "Exempel AB",
                "5560360793",
                "9912346",
                null,
                null);
    }

    public static InvoiceId anInvoice() {
        return new InvoiceId(Ids.next());
    }

    public static DueDatePassed duePassed(InvoiceId invoice) {
        return new DueDatePassed(
                invoice, new CustomerId(Ids.next()), LocalDate.parse("2025-01-31"), Outstanding.nothing(SEK));
    }

    public static InvoiceSettled settled(InvoiceId invoice) {
        return new InvoiceSettled(
                invoice, new CustomerId(Ids.next()), LocalDate.parse("2025-01-31"), Outstanding.nothing(SEK));
    }

    public static Envelope envelope(Tenant tenant, PublishedEvent event, long version) {
        return new Envelope(
                new EventId(Ids.next()),
                "/invoice-service",
                EventCatalogue.typeOf(event.getClass()),
                event.aggregate().value().toString(),
                Instant.parse("2025-02-01T00:00:00Z"),
                tenant.id(),
                version);
    }

    /** Publishes as another service would, and returns when the broker has it. */
    public static void publish(KafkaClients kafka, Envelope envelope, PublishedEvent event) {
        publish(
                kafka,
                Headers.of(envelope, null),
                Topics.of(event),
                envelope.subject(),
                Json.write(event).getBytes());
    }

    public static void publish(KafkaClients kafka, RecordHeaders headers, String topic, String key, byte[] value) {
        try (var producer = kafka.producer("fixture", Duration.ZERO)) {
            producer.send(new ProducerRecord<>(topic, null, key, value, headers))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Straight into the database as the service's role, past everything the kit does. */
    public static Connection asTheService() throws SQLException {
        return LocalStackResource.connectAsApp();
    }

    /** One number, asked for as the tables' owner. */
    public static long count(String sql) {
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
