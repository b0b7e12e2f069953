package org.reskontra.invoice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DunningEvent.Channel;
import org.reskontra.contracts.DunningEvent.ReminderSent;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.EventId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.Ids;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;

/** The service that reminds a creditor's debtors. */
public final class Dunning {

    private final Creditor creditor;
    private final Map<String, Long> versions = new HashMap<>();

    public Dunning(Creditor creditor) {
        this.creditor = creditor;
    }

    /** A reminder was sent, for a fee in the invoice's currency; returns when that is heard. */
    public void reminds(String invoice, int step, Money fee, String sentOn) {
        long version = versions.merge(invoice, 1L, Long::sum);
        var zero = Money.zero(fee.currency());
        var event = new ReminderSent(
                InvoiceId.of(invoice),
                new CustomerId(Ids.next()),
                step,
                Channel.EMAIL,
                LocalDate.parse(sentOn),
                LocalDate.parse(sentOn).plusDays(10),
                fee,
                "SE-FEE-1",
                new LetterId(Ids.next()),
                Outstanding.of(zero, zero, fee));
        var envelope = new Envelope(
                new EventId(Ids.next()),
                "/dunning-service",
                EventCatalogue.typeOf(ReminderSent.class),
                invoice,
                Instant.parse(sentOn + "T08:00:00Z"),
                new TenantId(creditor.tenant),
                version);
        var record = new ProducerRecord<>(
                Topics.DUNNING_EVENTS, null, invoice, Json.write(event).getBytes(UTF_8), Headers.of(envelope, null));
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await("reminder " + step + " of " + invoice)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> creditor.rows(
                                "select version from consumer_position where aggregateid = '" + invoice + "'")
                        .contains(Long.toString(version)));
    }
}
