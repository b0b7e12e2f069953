package org.reskontra.dunning.run;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.TenantEvent.SandboxClockAdvanced;
import org.reskontra.contracts.TenantEvent.TenantChanged;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;

/**
 * Everything around the service, for one sandbox tenant: the other services' events on the real broker, the mailbox, the
 * published events, the database and the API.
 */
final class World implements AutoCloseable {

    static final Currency SEK = Currency.getInstance("SEK");
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final TenantId tenant = new TenantId(Ids.next());
    private final Map<String, Long> versions = new HashMap<>();
    private final KafkaProducer<String, byte[]> producer;

    World(String today) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        LocalStackResource.kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        tell(new TenantChanged(
                tenant,
                Country.SE,
                ZoneId.of("Europe/Stockholm"),
                SEK,
                true,
                LocalDate.parse(today),
                "Ljus & Lampor, Åre AB",
                "5560360793",
                "991-2346",
                null,
                "ekonomi@ljus.example"));
    }

    /** Publishes the next event of its aggregate and returns the envelope it went out with. */
    Envelope tell(PublishedEvent event) {
        long version = versions.merge(event.aggregate().toString(), 1L, Long::sum);
        var envelope = envelope(
                EventCatalogue.typeOf(event.getClass()), event.aggregate().toString(), version);
        publish(Topics.of(event), envelope, Json.write(event));
        return envelope;
    }

    /** Publishes an event once more, as a broker may. */
    void tellAgain(Envelope envelope, PublishedEvent event) {
        publish(Topics.of(event), envelope, Json.write(event));
    }

    void hand(ContactCard card) {
        long version = versions.merge(card.customer() + " card", 1L, Long::sum);
        publish(
                Topics.CONTACT_CARDS,
                envelope("org.reskontra.contact-card.v1", card.customer().toString(), version),
                Json.write(card));
    }

    void eraseCard(CustomerId customer) {
        long version = versions.merge(customer + " card", 1L, Long::sum);
        publish(Topics.CONTACT_CARDS, envelope("org.reskontra.contact-card.v1", customer.toString(), version), null);
    }

    /** Moves the clock once everything told so far has been read: topics have no order among them. */
    void itIs(String today) {
        versions.forEach((aggregate, version) -> awaitRead(aggregate.replace(" card", ""), version));
        tell(new SandboxClockAdvanced(tenant, LocalDate.parse(today)));
    }

    private void awaitRead(String aggregate, long version) {
        if (!aggregate.equals(tenant.toString())) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> "t"
                            .equals(ask("select exists (select from consumer_position where aggregateid = '" + aggregate
                                    + "' and version >= " + version + ")")));
        }
    }

    /** Moves the clock and waits until everything that makes due is done. */
    void itIsAndAllIsDone(String today) {
        itIs(today);
        allIsDone(today);
    }

    void allIsDone(String today) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    var clock = api("clerk").get("/v1/sandbox-clock").jsonPath();
                    return today.equals(clock.getString("today")) && clock.getBoolean("settled");
                });
    }

    /** The events that the service has published about an invoice so far, in order. */
    List<DunningEvent> published(InvoiceId invoice) {
        return publishedEnvelopes(invoice).stream().map(Heard::event).toList();
    }

    /** A published event with its version. */
    record Heard(long version, DunningEvent event) {}

    List<Heard> publishedEnvelopes(InvoiceId invoice) {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafka());
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = reader.partitionsFor(Topics.DUNNING_EVENTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            List<Heard> heard = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                for (var record : reader.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(invoice.toString())) {
                        var type = EventCatalogue.recordOf(Headers.text(record.headers(), "ce_type"))
                                .orElseThrow();
                        long version = Long.parseLong(Headers.text(record.headers(), "ce_aggregateversion"));
                        heard.add(new Heard(version, (DunningEvent) Json.read(record.value(), type)));
                    }
                }
            }
            return heard;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode mails(String to) {
        return LocalStackResource.mailsTo(to);
    }

    RequestSpecification api(String role) {
        return RestAssured.given().auth().oauth2(LocalStackResource.token(role, tenant.value()));
    }

    String stateOf(InvoiceId invoice) {
        return api("clerk").get("/v1/dunning-cases/" + invoice).jsonPath().getString("state");
    }

    void waitUntilStateIs(String state, InvoiceId invoice) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> state.equals(stateOf(invoice)));
    }

    /** One value as the service's own role sees it, with this tenant's wall up. */
    String ask(String sql) {
        try (var connection = LocalStackResource.connectAsApp();
                var statement = connection.createStatement()) {
            statement.execute("set reskontra.tenant = '" + tenant + "'");
            try (var rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows as the service's own role. */
    int change(String sql) throws SQLException {
        try (var connection = LocalStackResource.connectAsApp();
                var statement = connection.createStatement()) {
            statement.execute("set reskontra.tenant = '" + tenant + "'");
            return statement.executeUpdate(sql);
        }
    }

    static InvoiceId anInvoice() {
        return new InvoiceId(Ids.next());
    }

    static CustomerId aCustomer() {
        return new CustomerId(Ids.next());
    }

    /** An address that no other test uses. */
    static String address(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@debtor.example";
    }

    private Envelope envelope(String type, String subject, long version) {
        return new Envelope(
                new EventId(Ids.next()),
                "/invoice-service",
                type,
                subject,
                Instant.parse("2026-01-01T00:00:00Z"),
                tenant,
                version);
    }

    private void publish(String topic, Envelope envelope, String json) {
        try {
            producer.send(new ProducerRecord<>(
                            topic,
                            null,
                            envelope.subject(),
                            json == null ? null : json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            Headers.of(envelope, null)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
