package org.reskontra.localstack.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.reskontra.contracts.Topics;

/** Creates the platform's topics, as far as they aren't there yet. */
public final class PlatformTopics {

    public static final int PARTITIONS = 12;
    private static final short REPLICAS = 1;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private PlatformTopics() {}

    /** Every topic of {@link Topics} and its dead-letter topic. */
    public static void prepare(String bootstrap) {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) LIMIT.toMillis());
        try (Admin admin = Admin.create(config)) {
            Set<String> existing = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.ALL.stream()
                    .flatMap(topic -> Stream.of(topic(topic), deadLetter(topic)))
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot create the topics on " + bootstrap, e);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, PARTITIONS, REPLICAS)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        Topics.COMPACTED.contains(name)
                                ? TopicConfig.CLEANUP_POLICY_COMPACT
                                : TopicConfig.CLEANUP_POLICY_DELETE));
    }

    private static NewTopic deadLetter(String name) {
        return new NewTopic(Topics.deadLetter(name), PARTITIONS, REPLICAS);
    }
}
