package org.reskontra.acceptance.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.reskontra.acceptance.partner.SeenEvent;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.services.Service;

/** Whether the services' databases are as they must be once nothing is left to do: read and published, nothing held. */
final class AtRest {

    private static final int LIMIT_SECONDS = 30;

    private static final String OPEN_TRANSACTIONS = """
            select usename || ': ' || state || ', ' || left(query, 200) from pg_stat_activity
            where datname = current_database() and xact_start < clock_timestamp() - interval '5 seconds'""";

    private static final String WAITING_FOR_LOCKS = """
            select locktype || ' ' || mode from pg_locks
            where not granted and waitstart < clock_timestamp() - interval '5 seconds'
              and database = (select oid from pg_database where datname = current_database())""";

    private static final String OUTBOX = "select aggregatetype || ' ' || type from outbox where tenant_id = ?";

    private static final String LETTERS = "select letter_id || ' has been tried ' || attempts || ' times' from letter"
            + " where tenant_id = ? and next_attempt_at is not null";

    private static final String POSITIONS =
            "select source || ' ' || aggregateid, version from consumer_position where tenant_id = ?";

    private final Platform platform;
    private final UUID tenant;
    private final List<String> faults = new ArrayList<>();

    private AtRest(Platform platform, TenantId tenant) {
        this.platform = platform;
        this.tenant = tenant.value();
    }

    /**
     * Looks into the databases.
     *
     * @param once every event, without redeliveries
     * @return what is wrong, in words; at best empty
     */
    static List<String> faults(Platform platform, TenantId tenant, List<SeenEvent> once) {
        var rest = new AtRest(platform, tenant);
        for (var service : Service.values()) {
            rest.look(service, once);
        }
        return rest.faults;
    }

    private void look(Service service, List<SeenEvent> once) {
        var server = platform.postgres();
        var name = service.fullName() + ": ";
        try (var connection = DriverManager.getConnection(
                server.jdbcUrl(service.database().name()), server.administrator(), server.password())) {
            lines(connection, OPEN_TRANSACTIONS).forEach(line -> faults.add(name + "an open transaction of " + line));
            lines(connection, WAITING_FOR_LOCKS).forEach(line -> faults.add(name + "somebody waits for " + line));
            lines(connection, OUTBOX, tenant).forEach(line -> faults.add(name + "not published: " + line));
            if (service == Service.DUNNING || service == Service.COLLECTION) {
                lines(connection, LETTERS, tenant).forEach(line -> faults.add(name + "letter " + line));
            }
            positions(connection, name, published(once, topicsOf(service)));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into the database of " + service.fullName(), e);
        }
    }

    /** What the service has seen of each aggregate is what there is. */
    private void positions(Connection connection, String name, Map<String, Long> published) throws SQLException {
        var seen = new TreeMap<String, Long>();
        try (var statement = prepared(connection, POSITIONS, tenant);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                seen.put(rows.getString(1), rows.getLong(2));
            }
        }
        published.forEach((aggregate, version) -> {
            if (!version.equals(seen.get(aggregate))) {
                faults.add(name + "has seen version " + seen.get(aggregate) + " of " + aggregate + ", which is at "
                        + version);
            }
        });
    }

    private static Map<String, Long> published(List<SeenEvent> once, List<String> topics) {
        var versions = new HashMap<String, Long>();
        once.stream()
                .filter(event -> topics.contains(event.topic()))
                .forEach(event -> versions.merge(
                        event.source() + "/" + event.topic() + " " + event.subject(), event.version(), Math::max));
        return versions;
    }

    /** Topics on which aggregates are counted and that everybody may hear. */
    private List<String> topicsOf(Service service) {
        try (var admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka()))) {
            return admin
                    .listConsumerGroupOffsets(service.fullName())
                    .partitionsToOffsetAndMetadata()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .keySet()
                    .stream()
                    .map(TopicPartition::topic)
                    .distinct()
                    .filter(topic -> !Topics.COMPACTED.contains(topic))
                    .collect(Collectors.toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at offsets", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the offsets of " + service.fullName() + " cannot be seen", e);
        }
    }

    private static List<String> lines(Connection connection, String query, Object... parameters) throws SQLException {
        try (var statement = prepared(connection, query, parameters);
                var rows = statement.executeQuery()) {
            var lines = Stream.<String>builder();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines.build().toList();
        }
    }

    private static PreparedStatement prepared(Connection connection, String query, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(query);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
