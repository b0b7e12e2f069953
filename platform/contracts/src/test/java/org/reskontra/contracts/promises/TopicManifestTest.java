package org.reskontra.contracts.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Topics;

/** The topics that operators create are the ones the services use. */
class TopicManifestTest {

    private final List<JsonNode> manifests = Promises.files(Promises.REPOSITORY.resolve("deploy/topics")).stream()
            .flatMap(file -> Yaml.documents(file).stream())
            .toList();

    @Test
    void there_is_a_manifest_for_each_topic_and_its_dead_letters_as_the_services_expect_them() {
        assertEquals(List.of(), faults(manifests));
    }

    @Test
    void a_missing_topic_would_be_noticed() {
        var without = new ArrayList<>(manifests);
        without.removeIf(manifest -> name(manifest).equals("invoice-events"));
        assertEquals(List.of("invoice-events: no manifest"), faults(without));
    }

    @Test
    void a_topic_nobody_knows_or_a_second_manifest_would_be_noticed() {
        var other = manifests.getFirst().deepCopy();
        ((ObjectNode) other.get("metadata")).put("name", "invoices");
        var more = new ArrayList<>(manifests);
        more.add(other);
        more.add(manifests.getFirst());
        assertEquals(List.of("invoices: no such topic", name(manifests.getFirst()) + ": two manifests"), faults(more));
    }

    @Test
    void another_number_of_partitions_or_cleanup_policy_would_be_noticed() {
        var changed = new ArrayList<JsonNode>();
        manifests.forEach(manifest -> changed.add(manifest.deepCopy()));
        var cards = changed.stream()
                .filter(manifest -> name(manifest).equals("contact-cards"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) cards.get("spec")).put("partitions", 6);
        ((ObjectNode) cards.at("/spec/config")).put("cleanup.policy", "delete");
        assertEquals(
                List.of("contact-cards: 6 partitions, not 12", "contact-cards: cleanup policy delete, not compact"),
                faults(changed));
    }

    private static List<String> faults(List<JsonNode> manifests) {
        var policies = new TreeMap<String, String>();
        for (var topic : Topics.ALL) {
            policies.put(topic, AsyncApiWriter.policy(topic));
            policies.put(Topics.deadLetter(topic), "delete");
        }
        var faults = new ArrayList<String>();
        var seen = new ArrayList<String>();
        for (var manifest : manifests) {
            var name = name(manifest);
            if (seen.contains(name)) {
                faults.add(name + ": two manifests");
            } else if (policies.containsKey(name)) {
                check(name, manifest, policies.get(name), faults);
            } else {
                faults.add(name + ": no such topic");
            }
            seen.add(name);
        }
        policies.keySet().stream()
                .filter(topic -> !seen.contains(topic))
                .forEach(topic -> faults.add(topic + ": no manifest"));
        return faults;
    }

    private static void check(String name, JsonNode manifest, String policy, List<String> faults) {
        if (!manifest.path("apiVersion").asText().equals("kafka.strimzi.io/v1")
                || !manifest.path("kind").asText().equals("KafkaTopic")) {
            faults.add(name + ": not a KafkaTopic of kafka.strimzi.io/v1");
        }
        var partitions = manifest.at("/spec/partitions").asInt();
        if (partitions != Topics.PARTITIONS) {
            faults.add(name + ": " + partitions + " partitions, not " + Topics.PARTITIONS);
        }
        var found = manifest.at("/spec/config").path("cleanup.policy").asText();
        if (!found.equals(policy)) {
            faults.add(name + ": cleanup policy " + found + ", not " + policy);
        }
        if (manifest.at("/spec/replicas").asInt() < 3
                || manifest.at("/spec/config").path("min.insync.replicas").asInt() < 2) {
            faults.add(name + ": an acknowledged event could be lost with one broker");
        }
    }

    private static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }
}
