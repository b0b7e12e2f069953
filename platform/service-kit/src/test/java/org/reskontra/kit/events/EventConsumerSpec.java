package org.reskontra.kit.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.kit.KitFixture.anInvoice;
import static org.reskontra.kit.KitFixture.asTheService;
import static org.reskontra.kit.KitFixture.duePassed;
import static org.reskontra.kit.KitFixture.envelope;
import static org.reskontra.kit.KitFixture.publish;
import static org.reskontra.kit.KitFixture.sandbox;
import static org.reskontra.kit.KitFixture.settled;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.TenantEvent.SandboxClockAdvanced;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.sample.Notes;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.kit.tenants.TenantRows;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class EventConsumerSpec {

    @Inject
    KafkaClients kafka;

    @Inject
    Transactions transactions;

    @Inject
    Notes notes;

    @Inject
    MeterRegistry metrics;

    private final Tenant tenant = sandbox("2025-02-01");

    @BeforeEach
    void the_tenant_is_told_about() {
        hear(TenantRows.changed(tenant), 1);
    }

    @Test
    void events_are_applied_in_their_order() {
        var invoice = anInvoice();
        for (long version = 1; version <= 5; version++) {
            hear(duePassed(invoice), version);
        }
        thenNotes(invoice + "#1", invoice + "#2", invoice + "#3", invoice + "#4", invoice + "#5");
    }

    @Test
    void duplicates_and_replays_change_nothing() {
        var invoice = anInvoice();
        var first = duePassed(invoice);
        var once = envelope(tenant, first, 1);
        var before = counted("reskontra_consumer_duplicates_total");
        publish(kafka, once, first);
        publish(kafka, once, first);
        hear(duePassed(invoice), 2);
        publish(kafka, once, first);
        hear(duePassed(invoice), 3);

        thenNotes(invoice + "#1", invoice + "#2", invoice + "#3");
        assertEquals(before + 2, counted("reskontra_consumer_duplicates_total"));
    }

    @Test
    void a_gap_raises_an_alarm_and_loses_nothing_that_came() {
        var invoice = anInvoice();
        var before = counted("reskontra_consumer_gaps_total");
        hear(duePassed(invoice), 1);
        hear(duePassed(invoice), 4);

        thenNotes(invoice + "#1", invoice + "#4");
        assertEquals(before + 1, counted("reskontra_consumer_gaps_total"));
    }

    @Test
    void an_unknown_type_is_skipped_and_counted() {
        var invoice = anInvoice();
        var known = duePassed(invoice);
        var envelope = envelope(tenant, known, 1);
        var before = counted("reskontra_consumer_unknown_types_total");
        publish(
                kafka,
                Headers.of(
                        new Envelope(
                                envelope.id(),
                                envelope.source(),
                                "org.reskontra.invoice-framed.v1",
                                envelope.subject(),
                                envelope.time(),
                                envelope.tenant(),
                                1),
                        null),
                Topics.INVOICE_EVENTS,
                envelope.subject(),
                "{}".getBytes());
        hear(known, 2);

        thenNotes(invoice + "#2");
        assertEquals(before + 1, counted("reskontra_consumer_unknown_types_total"));
    }

    @Test
    void a_refused_event_goes_to_the_dead_letters_and_the_others_go_on() {
        var refused = anInvoice();
        var other = anInvoice();
        hear(duePassed(refused), 1);
        hear(settled(refused), 2);
        hear(duePassed(refused), 3);
        hear(duePassed(other), 1);

        thenNotes(refused + "#1", refused + "#3", other + "#1");
        var letters = deadLetters(refused.toString(), 1);
        assertEquals(
                "settled invoices are not noted",
                Headers.text(letters.getFirst().headers(), "dead-letter-reason"));
        assertEquals("2", Headers.text(letters.getFirst().headers(), "ce_aggregateversion"));
    }

    @Test
    void bytes_that_are_no_event_go_to_the_dead_letters_with_the_reason() {
        var invoice = anInvoice();
        var event = duePassed(invoice);
        publish(
                kafka,
                Headers.of(envelope(tenant, event, 1), null),
                Topics.INVOICE_EVENTS,
                invoice.toString(),
                "not json".getBytes());
        var headers = Headers.of(envelope(tenant, event, 2), null);
        headers.remove("ce_tenantid");
        publish(kafka, headers, Topics.INVOICE_EVENTS, invoice.toString(), "{}".getBytes());

        var reasons = deadLetters(invoice.toString(), 2).stream()
                .map(letter -> Headers.text(letter.headers(), "dead-letter-reason"))
                .toList();
        assertEquals(
                List.of("the value is not the JSON of org.reskontra.due-date-passed.v1", "ce_tenantid is missing"),
                reasons);
    }

    @Test
    void a_tenant_that_is_told_about_late_is_waited_for() {
        var late = sandbox("2025-02-01");
        var invoice = anInvoice();
        var event = duePassed(invoice);
        publish(kafka, envelope(late, event, 1), event);
        var news = TenantRows.changed(late);
        publish(kafka, envelope(late, news, 1), news);

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> notesOf(late).equals(List.of(invoice + "#1")));
    }

    @Test
    void connections_that_are_cut_cost_time_and_nothing_else() throws SQLException {
        var invoice = anInvoice();
        hear(duePassed(invoice), 1);
        try (var connection = asTheService();
                var statement = connection.createStatement()) {
            for (long version = 2; version <= 20; version++) {
                hear(duePassed(invoice), version);
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid()");
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> notesOf(tenant).size() == 20);
    }

    @Test
    void a_sandbox_clock_moves_forward_only() {
        hear(new SandboxClockAdvanced(tenant.id(), LocalDate.parse("2025-03-01")), 2);
        hear(new SandboxClockAdvanced(tenant.id(), LocalDate.parse("2025-02-15")), 3);
        var invoice = anInvoice();
        hear(duePassed(invoice), 1);
        thenNotes(invoice + "#1");
        assertEquals(
                LocalDate.parse("2025-03-01"),
                Blocking.await(() ->
                        transactions.in(tenant.id(), tx -> Uni.createFrom().item(tx.today()))));
    }

    private void hear(PublishedEvent event, long version) {
        publish(kafka, envelope(tenant, event, version), event);
    }

    private void thenNotes(String... texts) {
        var expected = Arrays.stream(texts).sorted().toList();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> notesOf(tenant).equals(expected));
    }

    private List<String> notesOf(Tenant whose) {
        return Blocking.await(() -> transactions.in(whose.id(), notes::all));
    }

    private double counted(String metric) {
        return metrics.counter(metric).count();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(String key, int expected) {
        List<ConsumerRecord<String, byte[]>> ours = new ArrayList<>();
        try (var reader = kafka.consumer()) {
            var partitions = reader.partitionsFor(Topics.deadLetter(Topics.INVOICE_EVENTS)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        ours.add(record);
                    }
                });
                return ours.size() >= expected;
            });
        }
        return ours;
    }
}
