package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.DUNNING;
import static org.reskontra.localstack.services.Service.INVOICE;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.benchmarks.load.HttpLoad;
import org.reskontra.benchmarks.load.Latencies;
import org.reskontra.localstack.services.Service;

/**
 * From sending a payment to the moment that its dunning case has ended, idle and under load, beside one commit and one way
 * through the broker.
 */
public final class Stop implements Case {

    private static final int PAYMENTS = 200;
    private static final double TIMES_WANTED_IDLE = 3;
    private static final double TIMES_WANTED_LOADED = 20;
    private static final int CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    /** Longer than the payments take. */
    private static final Duration LOADED = Duration.ofSeconds(60);

    private static final String TOPIC = "benchmark-round-trips";
    private static final Duration POLL = Duration.ofMillis(100);

    @Override
    public List<String> names() {
        return List.of("stop-idle", "stop-loaded");
    }

    @Override
    public Set<Service> services() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var invoices = IssuedInvoices.on(stand);
        stand.topic(TOPIC);
        try (var receivables = stand.database(INVOICE);
                var cases = stand.database(DUNNING);
                var load = invoices.load(CLIENTS)) {
            stand.say("stop: warming up");
            raw(stand, receivables);
            stop(stand, invoices, issue(stand, invoices, cases), cases);
            double peak = load.asFastAsPossible(WARM_UP).perSecond();
            awaitRest(cases, receivables);
            stand.say("stop: " + PAYMENTS + " payments, one after the other");
            var raw = raw(stand, receivables);
            var idle = stop(stand, invoices, issue(stand, invoices, cases), cases);
            stand.say("stop: " + PAYMENTS + " payments beside half of the load that invoice-service can bear");
            var open = issue(stand, invoices, cases);
            var loaded = beside(load, peak / 2, () -> stop(stand, invoices, open, cases));
            return List.of(
                    figure("stop-idle", raw, idle, TIMES_WANTED_IDLE),
                    figure("stop-loaded", raw, loaded, TIMES_WANTED_LOADED));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Figure figure(String name, Latencies raw, Latencies ours, double timesWanted) {
        double times = ours.millisAt(0.99) / raw.millisAt(0.99);
        return Figure.of(name, "ms", ours.millisAt(0.5))
                .beside(raw.millisAt(0.5), raw.millisAt(0.5) / ours.millisAt(0.5))
                .latency(ours.millisAt(0.5), ours.millisAt(0.99))
                .goal("p99 at most " + timesWanted + " times the raw one", times <= timesWanted)
                .note("raw p99 " + Math.round(raw.millisAt(0.99) * 10) / 10.0 + " ms");
    }

    /** What work gives while invoices are issued at a steady rate. */
    private static Latencies beside(HttpLoad load, double perSecond, Supplier<Latencies> work) {
        try (var other = Executors.newSingleThreadExecutor()) {
            var loading = other.submit(() -> load.at(perSecond, LOADED));
            var measured = work.get();
            if (loading.isDone()) {
                throw new IllegalStateException("the load ended before the payments");
            }
            return measured;
        }
    }

    private static void awaitRest(Connection cases, Connection receivables) {
        Stand.awaitPublished(receivables);
        Stand.awaitPublished(cases);
    }

    /** Invoices that dunning knows of. */
    private static List<UUID> issue(Stand stand, IssuedInvoices invoices, Connection cases) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < PAYMENTS; i++) {
            ids.add(invoices.issue());
        }
        Stand.await(
                cases,
                "select count(*) = 1 from dunning_case where state = 'WAITING' and " + isCase(stand, ids.getLast()));
        return ids;
    }

    private static String isCase(Stand stand, UUID invoice) {
        return "tenant_id = '" + stand.tenant() + "' and invoice_id = '" + invoice + "'";
    }

    private static Latencies stop(Stand stand, IssuedInvoices invoices, List<UUID> open, Connection cases) {
        var latencies = new Latencies();
        for (var id : open) {
            long start = System.nanoTime();
            invoices.pay(id);
            Stand.await(cases, "select state = 'ENDED' from dunning_case where " + isCase(stand, id));
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }

    private static Latencies raw(Stand stand, Connection connection) throws SQLException {
        Stand.run(connection, "create schema if not exists raw", "create table if not exists raw.commits (id uuid)");
        var latencies = new Latencies();
        try (var producer = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                stand.platform().kafka(),
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                stand.platform().kafka(),
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "latest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var insert = connection.prepareStatement("insert into raw.commits values (gen_random_uuid())")) {
            var partition = new TopicPartition(TOPIC, 0);
            producer.send(new ProducerRecord<>(TOPIC, 0, null, new byte[0])).get();
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            for (int i = 0; i < PAYMENTS; i++) {
                long start = System.nanoTime();
                insert.executeUpdate();
                producer.send(new ProducerRecord<>(TOPIC, 0, null, "payment".getBytes(StandardCharsets.UTF_8)))
                        .get();
                while (consumer.poll(POLL).isEmpty()) {}
                latencies.add(System.nanoTime() - start);
            }
            return latencies;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
