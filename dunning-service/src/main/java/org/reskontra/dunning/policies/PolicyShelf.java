package org.reskontra.dunning.policies;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.reskontra.dunning.ladder.Policy;
import org.reskontra.dunning.ladder.PolicyRef;
import org.reskontra.kit.json.ContractsModule;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every version of every policy that ships with the service, read when it starts: a file that is wrong in any way keeps
 * the service from starting. A new rule is a new file with the next version; a case keeps the version it opened with.
 */
@ApplicationScoped
@Startup
public class PolicyShelf {

    /** The files, oldest version first. */
    private static final List<String> FILES = List.of("se-standard-1.yaml");

    private static final ObjectMapper DOCUMENTS = JsonMapper.builder()
            .addModule(new ContractsModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Map<PolicyRef, Policy> policies = new HashMap<>();

    PolicyShelf() {
        FILES.forEach(file -> put(read(file, resource("/policies/" + file))));
    }

    /** The document as written; all of its fields must be there and no others. */
    record Document(
            String id,
            int version,
            Country country,
            boolean movesDueDatesOffWeekends,
            List<ReminderDocument> reminders,
            int handOverAfterDays) {

        record ReminderDocument(int afterDays, Money fee, int payWithinDays) {}

        Policy toPolicy() {
            return new Policy(
                    new PolicyRef(id, version),
                    country,
                    movesDueDatesOffWeekends,
                    reminders.stream()
                            .map(r -> new Policy.Reminder(r.afterDays(), r.fee(), r.payWithinDays()))
                            .toList(),
                    handOverAfterDays);
        }
    }

    /** The version that a case pinned; one that is gone from the shelf is a broken installation. */
    public Policy pinned(PolicyRef ref) {
        var policy = policies.get(ref);
        if (policy == null) {
            throw new IllegalStateException("policy " + ref + " is pinned by a case and not on the shelf");
        }
        return policy;
    }

    /** The newest version of a policy. */
    public Optional<Policy> newest(String id) {
        return policies.values().stream()
                .filter(policy -> policy.ref().id().equals(id))
                .max(Comparator.comparingInt(policy -> policy.ref().version()));
    }

    /** The policy that a new case follows under the law of a country; empty where we have none. */
    public Optional<Policy> standardFor(Country country) {
        return newest(country.code().toLowerCase(Locale.ROOT) + "-standard");
    }

    /** Every country that has a policy. */
    public List<Country> countries() {
        return policies.values().stream().map(Policy::country).distinct().toList();
    }

    private void put(Policy policy) {
        if (policies.put(policy.ref(), policy) != null) {
            throw new IllegalStateException("there are two policies " + policy.ref());
        }
    }

    /**
     * Reads one document.
     *
     * @throws IllegalStateException naming the file and what is wrong with it
     */
    static Policy read(String file, String yaml) {
        try {
            var settings = LoadSettings.builder().setLabel(file).build();
            return DOCUMENTS
                    .convertValue(new Load(settings).loadFromString(yaml), Document.class)
                    .toPolicy();
        } catch (RuntimeException e) {
            throw new IllegalStateException("policy file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String resource(String path) {
        try (var stream = PolicyShelf.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
