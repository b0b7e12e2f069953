package org.reskontra.benchmarks.cases;

import static org.reskontra.localstack.services.Service.INVOICE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.reskontra.benchmarks.Stand;

/**
 * NDJSON files handed to invoice-service.
 *
 * @param path of the resource that takes them
 */
record Uploads(String path) {

    private static final int A_FILE = 20_000;
    private static final String BOUNDARY = "reskontra-benchmark";

    /** Files of so many lines in all; what makes one is told its lines, counted from zero, without the last. */
    static List<String> files(int lines, BiFunction<Integer, Integer, String> file) {
        return IntStream.iterate(0, from -> from < lines, from -> from + A_FILE)
                .mapToObj(from -> file.apply(from, Math.min(from + A_FILE, lines)))
                .toList();
    }

    /** Hands files in and waits until every line of them is in. */
    void takeIn(Stand stand, List<String> files) {
        var jobs = files.stream().map(file -> upload(stand, file)).toList();
        jobs.forEach(job -> awaitDone(stand, job));
    }

    private UUID upload(Stand stand, String file) {
        var form =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\nNDJSON\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lines.ndjson\"\r\n"
                        + "Content-Type: application/x-ndjson\r\n\r\n" + file + "\r\n--" + BOUNDARY + "--\r\n";
        return UUID.fromString(field(
                stand.send(stand.request(path, stand.integrator())
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(form))
                        .build()),
                "id"));
    }

    private void awaitDone(Stand stand, UUID job) {
        try (var connection = stand.database(INVOICE)) {
            Stand.await(connection, "select state in ('DONE', 'FAILED') from file_import where id = '" + job + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var answer = stand.get(path + "/" + job);
        if (!field(answer, "state").equals("DONE") || !field(answer, "rejected").equals("0")) {
            throw new IllegalStateException("the import went wrong: " + answer);
        }
    }

    private static String field(String json, String name) {
        try {
            return new ObjectMapper().readTree(json).path(name).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
