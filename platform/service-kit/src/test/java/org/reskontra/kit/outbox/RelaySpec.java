package org.reskontra.kit.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.kit.KitFixture.anInvoice;
import static org.reskontra.kit.KitFixture.count;
import static org.reskontra.kit.KitFixture.duePassed;
import static org.reskontra.kit.KitFixture.sandbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Envelope;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.events.Headers;
import org.reskontra.kit.events.KafkaClients;
import org.reskontra.kit.events.Unreadable;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RelaySpec {

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    KafkaClients kafka;

    @Inject
    RelayConnections connections;

    private Tenant tenant;

    @BeforeEach
    void a_tenant() {
        tenant = sandbox("2025-02-01");
        Blocking.await(
                () -> transactions.creating(tenant, tx -> Uni.createFrom().voidItem()));
    }

    @Test
    void an_event_leaves_with_the_transaction_that_caused_it() throws Unreadable {
        var invoice = anInvoice();

        write(invoice, 2);

        var records = published(2);
        var first = Headers.read(records.getFirst().headers());
        assertEquals("org.reskontra.due-date-passed.v1", first.type());
        assertEquals("/kit-test", first.source());
        assertEquals(invoice.toString(), first.subject());
        assertEquals(invoice.toString(), records.getFirst().key());
        assertEquals(List.of(1L, 2L), versions(records));
        assertEquals("application/json", Headers.text(records.getFirst().headers(), "content-type"));
    }

    @Test
    void a_transaction_that_fails_publishes_nothing_and_leaves_no_gap() {
        var invoice = anInvoice();

        assertThrows(
                IllegalStateException.class,
                () -> Blocking.await(() -> transactions.in(
                        tenant.id(),
                        tx -> outbox.add(tx, duePassed(invoice))
                                .chain(() ->
                                        Uni.createFrom().failure(new IllegalStateException("later step fails"))))));
        write(invoice, 1);

        assertEquals(List.of(1L), versions(published(1)));
    }

    @Test
    void two_relays_side_by_side_keep_the_order_of_every_aggregate_and_publish_once() throws Exception {
        var invoices = IntStream.range(0, 40).mapToObj(i -> anInvoice()).toList();
        var second = new Relay(connections, kafka, new SimpleMeterRegistry());
        second.batch = 50;
        second.poll = Duration.ofMillis(100);
        second.service = "kit-test";
        second.start(null);
        try (var writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                writing.add(writers.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        invoices.forEach(invoice -> write(invoice, 1));
                    }
                }));
            }
            for (var done : writing) {
                done.get();
            }
            var perInvoice = published(1600).stream()
                    .collect(groupingBy(
                            ConsumerRecord::key,
                            mapping(record -> envelope(record).aggregateVersion(), toList())));
            var oneToForty = LongStream.rangeClosed(1, 40).boxed().toList();
            assertEquals(40, perInvoice.size());
            perInvoice.values().forEach(versions -> assertEquals(oneToForty, versions));
        } finally {
            second.stop(null);
        }
    }

    @Test
    void rows_are_read_only_over_the_connection_that_holds_their_shard() throws InterruptedException {
        try (var one = connections.open();
                var other = connections.open()) {
            one.rebalance();
            await().until(() -> {
                other.rebalance();
                one.rebalance();
                return !other.read(1, List.of()).isEmpty() || count("select count(*) from outbox") == 0;
            });
            assertTrue(one.read(1, List.of()).stream().noneMatch(row -> contains(other, row)));
        }
    }

    @Test
    void what_was_published_before_a_crash_but_not_deleted_is_published_again_under_the_same_id() {
        var invoice = anInvoice();
        write(invoice, 1);
        var sent = published(1);

        // As a relay killed between acknowledgement and deletion leaves it.
        count("with again as (insert into outbox (id, aggregatetype, aggregateid, type, payload, tenant_id,"
                + " aggregateversion, shard) values ('"
                + envelope(sent.getFirst()).id() + "', 'invoice-events', '"
                + invoice + "', '" + envelope(sent.getFirst()).type() + "', '{}', '" + tenant.id()
                + "', 1, 3) returning 1) select count(*) from again");

        var twice = published(2);
        assertEquals(envelope(twice.get(0)).id(), envelope(twice.get(1)).id());
        assertEquals(List.of(1L, 1L), versions(twice));
    }

    @Test
    void an_event_that_the_broker_can_never_take_holds_back_its_own_aggregate_only() {
        var tooLarge = anInvoice();
        var other = anInvoice();
        count("with large as (insert into outbox (id, aggregatetype, aggregateid, type, payload, tenant_id,"
                + " aggregateversion, shard) values (gen_random_uuid(), 'invoice-events', '" + tooLarge
                + "', 'org.reskontra.due-date-passed.v1', to_json(repeat('x', 2000000)), '" + tenant.id()
                + "', 1, 3) returning 1) select count(*) from large");
        write(tooLarge, 1);
        write(other, 3);

        var gone = published(3, () -> true);
        assertEquals(
                List.of(other.toString(), other.toString(), other.toString()),
                gone.stream().map(ConsumerRecord::key).toList());

        count("with gone as (delete from outbox where length(payload::text) > 1000000 returning 1)"
                + " select count(*) from gone");
        published(4);
    }

    @Test
    void more_than_a_batch_leaves_in_order_and_once() {
        var invoices = IntStream.range(0, 5).mapToObj(i -> anInvoice()).toList();
        invoices.forEach(invoice -> write(invoice, 1_000));

        var thousand = LongStream.rangeClosed(1, 1_000).boxed().toList();
        published(5_000).stream()
                .collect(groupingBy(
                        ConsumerRecord::key, mapping(record -> envelope(record).aggregateVersion(), toList())))
                .values()
                .forEach(versions -> assertEquals(thousand, versions));
    }

    private static boolean contains(RelayConnection connection, OutboxRow row) {
        try {
            return connection.read(1000, List.of()).stream().anyMatch(other -> other.seq() == row.seq());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(InvoiceId invoice, int events) {
        var all = Stream.generate(() -> duePassed(invoice)).limit(events).toList();
        Blocking.await(() -> transactions.in(tenant.id(), tx -> outbox.add(tx, all)));
    }

    private List<Long> versions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> envelope(record).aggregateVersion())
                .toList();
    }

    private static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        try {
            return Headers.read(record.headers());
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The topic also holds what other specifications broke on purpose. */
    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        try {
            return Headers.read(record.headers()).tenant().equals(tenant.id());
        } catch (Unreadable _) {
            return false;
        }
    }

    /** All of the tenant's events on the topic, once there are so many and the outbox is empty. */
    private List<ConsumerRecord<String, byte[]>> published(int expected) {
        return published(expected, () -> count("select count(*) from outbox") == 0);
    }

    private List<ConsumerRecord<String, byte[]>> published(int expected, BooleanSupplier settled) {
        List<ConsumerRecord<String, byte[]>> ours = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> partner = kafka.consumer()) {
            var partitions = partner.partitionsFor(Topics.INVOICE_EVENTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            partner.assign(partitions);
            partner.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (var record : partner.poll(Duration.ofMillis(100))) {
                    if (isOurs(record)) {
                        ours.add(record);
                    }
                }
                return ours.size() >= expected && settled.getAsBoolean();
            });
            partner.poll(Duration.ofMillis(200)).forEach(record -> {
                if (isOurs(record)) {
                    ours.add(record);
                }
            });
        }
        assertEquals(expected, ours.size());
        return ours;
    }
}
