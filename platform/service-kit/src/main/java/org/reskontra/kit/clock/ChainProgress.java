package org.reskontra.kit.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.kit.events.KafkaClients;

/**
 * Whether every service of the chain has read, and acted on, all there is. Offsets are committed only after the
 * consequences of what was read are on their topics, and the ends are asked for after the commits: where they agree,
 * there was a moment in between at which no event was on its way anywhere.
 */
@ApplicationScoped
class ChainProgress {

    @ConfigProperty(name = "reskontra.chain.groups")
    List<String> groups;

    private final KafkaClients kafka;
    private Admin admin;

    ChainProgress(KafkaClients kafka) {
        this.kafka = kafka;
    }

    Uni<Boolean> isAtRest() {
        return Uni.createFrom()
                .completionStage(() -> committed().toCompletionStage())
                .chain(this::atEnd);
    }

    private KafkaFuture<Map<String, Map<TopicPartition, OffsetAndMetadata>>> committed() {
        return admin().listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                .all();
    }

    private Uni<Boolean> atEnd(Map<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (var group : groups) {
            var offsets = committed.get(group);
            if (offsets == null || offsets.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            offsets.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        }
        return Uni.createFrom()
                .completionStage(() -> admin().listOffsets(asked).all().toCompletionStage())
                .map(ends -> committed.values().stream().allMatch(offsets -> reached(offsets, ends)));
    }

    private static boolean reached(
            Map<TopicPartition, OffsetAndMetadata> offsets, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return offsets.entrySet().stream()
                .allMatch(offset -> offset.getValue() != null
                        && offset.getValue().offset()
                                >= ends.get(offset.getKey()).offset());
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = kafka.admin();
        }
        return admin;
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (admin != null) {
            admin.close(Duration.ofSeconds(2));
        }
    }
}
