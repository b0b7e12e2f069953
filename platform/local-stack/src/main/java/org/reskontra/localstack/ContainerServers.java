package org.reskontra.localstack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.AppInfoParser;
import org.reskontra.localstack.postgres.PostgresAddress;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka in containers that Testcontainers starts and removes. Only this class touches Docker. */
record ContainerServers(PostgreSQLContainer database, KafkaContainer broker) implements Servers {

    static ContainerServers start() {
        PostgreSQLContainer database = new PostgreSQLContainer("postgres:18")
                .withDatabaseName("postgres")
                .withUsername("postgres")
                .withPassword("postgres")
                .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200")
                .withStartupTimeout(Duration.ofMinutes(3));
        // The broker that belongs to the clients on the class path.
        KafkaContainer broker = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withStartupTimeout(Duration.ofMinutes(3));
        try {
            Startables.deepStart(database, broker).join();
        } catch (RuntimeException e) {
            database.stop();
            broker.stop();
            throw new IllegalStateException("the containers did not start: " + rootCause(e), e);
        }
        return new ContainerServers(database, broker);
    }

    private static String rootCause(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public PostgresAddress postgres() {
        return new PostgresAddress(
                database.getHost(),
                database.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                database.getUsername(),
                database.getPassword());
    }

    @Override
    public String kafka() {
        return broker.getBootstrapServers();
    }

    /** Nothing is known about them after the start. */
    @Override
    public CompletableFuture<String> failure() {
        return new CompletableFuture<>();
    }

    @Override
    public void close() {
        broker.stop();
        database.stop();
    }
}
