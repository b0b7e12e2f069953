package org.reskontra.acceptance.creditor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.reskontra.localstack.Pause;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.services.Service;

/**
 * REST with the patience of a good integration: a service that is away, busy or being restarted is asked again, and every
 * POST carries a key that makes asking again harmless. Any other refusal is thrown.
 */
final class Rest {

    /** A service that somebody killed has this long to come back. */
    private static final Duration AWAY_LIMIT = Duration.ofMinutes(10);

    /** An answer that says "our fault" is not believed for this long. */
    private static final Duration FAULT_LIMIT = Duration.ofSeconds(45);

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final Answer AWAY = new Answer(503, JsonNodeFactory.instance.objectNode());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Platform platform;
    private final Map<Service, String> urls = new EnumMap<>(Service.class);
    private final String token;

    Rest(Platform platform, String token) {
        this.platform = platform;
        this.token = token;
        for (var service : Service.values()) {
            urls.put(service, platform.url(service));
        }
    }

    JsonNode get(Service service, String path) {
        return succeeding(service, "GET " + path, request(service, path).build());
    }

    JsonNode post(Service service, String path, Map<String, ?> body, String idempotencyKey) {
        return succeeding(service, "POST " + path, posting(service, path, body, idempotencyKey));
    }

    /** Sends a file; the service tells by its content that it has it already. */
    JsonNode send(Service service, String path, byte[] file) {
        var request = request(service, path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        return succeeding(service, "POST " + path, request);
    }

    /** The answer whatever it is, once there is one. */
    Answer askGet(Service service, String path) {
        return patiently(service, "GET " + path, request(service, path).build());
    }

    /** The answer whatever it is, once there is one. */
    Answer askPost(Service service, String path, Map<String, ?> body, String idempotencyKey) {
        return patiently(service, "POST " + path, posting(service, path, body, idempotencyKey));
    }

    /** One try at each of some services, side by side; one that is away answers 503. */
    List<Answer> tryGet(List<Service> services, String path) {
        var asked = services.stream()
                .map(service -> http.sendAsync(request(service, path).build(), BodyHandlers.ofString())
                        .handle((response, failure) -> failure == null ? answer(response) : AWAY))
                .toList();
        var answers = new ArrayList<Answer>();
        for (var answer : asked) {
            answers.add(answer.join());
        }
        return answers;
    }

    private HttpRequest posting(Service service, String path, Map<String, ?> body, String idempotencyKey) {
        try {
            return request(service, path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", idempotencyKey)
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON", e);
        }
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(urls.get(service) + path))
                .timeout(REQUEST_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode succeeding(Service service, String what, HttpRequest request) {
        var answer = patiently(service, what, request);
        if (!answer.isSuccess()) {
            throw new Refused(
                    service.fullName() + " answers " + what + " with " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    private Answer patiently(Service service, String what, HttpRequest request) {
        var start = System.nanoTime();
        var pause = Duration.ofMillis(5);
        while (true) {
            Duration limit;
            String trouble;
            try {
                var answer = send(request);
                if (!isPassing(answer)) {
                    return answer;
                }
                limit = answer.status() == 500 ? FAULT_LIMIT : AWAY_LIMIT;
                trouble = answer.status() + " " + answer.body();
            } catch (IOException e) {
                limit = AWAY_LIMIT;
                trouble = e.toString();
            }
            if (Duration.ofNanos(System.nanoTime() - start).compareTo(limit) > 0) {
                throw new Refused(service.fullName() + " does not answer " + what + ": " + trouble);
            }
            orElseStop();
            Pause.millis(pause.toMillis());
            pause = longer(pause, LONGEST_PAUSE);
        }
    }

    /** Throws when the platform cannot come back any more. */
    void orElseStop() {
        var failure = platform.failure();
        if (failure.isDone()) {
            throw new Refused("the platform has stopped: " + failure.join());
        }
    }

    static Duration longer(Duration pause, Duration longest) {
        var more = pause.multipliedBy(3).dividedBy(2);
        return more.compareTo(longest) > 0 ? longest : more;
    }

    /** Whether the same request can have another answer in a moment. */
    private static boolean isPassing(Answer answer) {
        return answer.status() >= 500
                || answer.status() == 429
                || (answer.status() == 409
                        && answer.body().path("type").asText().endsWith("idempotency-key-in-flight"));
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            return answer(http.send(request, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service answers", e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        var text = response.body();
        return new Answer(response.statusCode(), text.isBlank() ? JsonNodeFactory.instance.objectNode() : read(text));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
