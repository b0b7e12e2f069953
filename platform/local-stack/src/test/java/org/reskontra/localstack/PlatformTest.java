package org.reskontra.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reskontra.localstack.planted.Children;
import org.reskontra.localstack.planted.PlantedService;
import org.reskontra.localstack.services.Service;
import org.reskontra.localstack.services.ServiceProcess;

/** Starting, watching and stopping, with planted services in the place of the real ones. */
class PlatformTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Children children = new Children();

    @TempDir
    Path root;

    private final BlockingQueue<String> progress = new LinkedBlockingQueue<>();

    @BeforeEach
    void plant() throws IOException {
        for (Service service : Service.values()) {
            PlantedService.packageAs(service.packaged(root), PlantedService.class);
        }
    }

    @Test
    void two_platforms_side_by_side_tell_where_everything_is_and_stop() throws Exception {
        List<ProcessHandle> processes;
        try (Platform one = Platform.start(options());
                Platform two = Platform.start(options())) {
            assertEquals(root.resolve("target/run.json"), one.runFile());
            assertEquals(root.resolve("target/run-2.json"), two.runFile());
            assertNotEquals(one.url(Service.INVOICE), two.url(Service.INVOICE));
            assertTrue(Files.exists(two.logs().resolve("collection-service.log")));

            JsonNode run = Json.read(Files.readString(two.runFile()));
            for (Service service : Service.values()) {
                JsonNode known = run.get("services").get(service.id());
                assertEquals(two.url(service), known.get("url").asText());
                assertEquals(two.pid(service), known.get("pid").asLong());
                String told = get(known.get("url").asText());
                String database = service.database().name();
                assertTrue(told.contains("QUARKUS_DATASOURCE_JDBC_URL="
                        + run.get("postgres")
                                .get("databases")
                                .get(service.id())
                                .get("jdbcUrl")
                                .asText()));
                assertTrue(told.contains("QUARKUS_DATASOURCE_USERNAME=" + database + "_app"));
                assertTrue(told.contains("QUARKUS_FLYWAY_USERNAME=" + database + "_owner"));
                assertTrue(told.contains(
                        "KAFKA_BOOTSTRAP_SERVERS=" + run.get("kafka").asText()));
                assertTrue(told.contains("QUARKUS_OIDC_AUTH_SERVER_URL="
                        + run.get("oidc").get("issuer").asText()));
            }
            for (String role : List.of("integrator", "clerk", "operator", "auditor", "platformOperator")) {
                assertEquals(3, run.get("tokens").get(role).asText().split("\\.").length, role);
            }
            processes = children.born();
        }
        Children.awaitEnd(processes);
        assertFalse(Files.exists(root.resolve("target/run.json")));
        assertFalse(Files.exists(root.resolve("target/run-2.json")));
    }

    @Test
    void a_service_that_dies_ends_the_platform_unless_it_is_restartable() throws Exception {
        try (Platform platform = Platform.start(options().services(Set.of(Service.INVOICE)))) {
            ProcessHandle.of(platform.pid(Service.INVOICE)).orElseThrow().destroyForcibly();
            assertEquals(
                    "invoice-service was ended by signal 9, see "
                            + platform.logs().resolve("invoice-service.log"),
                    platform.failure().get(120, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_killed_service_is_started_again_by_the_command_in_the_run_file_or_by_the_caller() throws Exception {
        try (Platform platform =
                Platform.start(options().restartable(true).services(Set.of(Service.INVOICE, Service.DUNNING)))) {
            long first = platform.pid(Service.INVOICE);
            long neighbour = platform.pid(Service.DUNNING);
            List<String> command = restartCommand(platform);

            Process tooEarly =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            assertEquals(1, tooEarly.waitFor());
            assertTrue(new String(tooEarly.getInputStream().readAllBytes()).contains("still runs as process " + first));

            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            heard("invoice-service was ended by signal 9");
            Process restart =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            assertEquals(0, restart.waitFor(), () -> output(restart));
            heard("invoice-service was started again as process");
            long second = platform.pid(Service.INVOICE);
            assertNotEquals(first, second);
            get(platform.url(Service.INVOICE));
            assertEquals(
                    second,
                    Json.read(Files.readString(platform.runFile()))
                            .at("/services/invoice/pid")
                            .asLong());

            platform.kill(Service.INVOICE);
            assertFalse(ProcessHandle.of(second).map(ProcessHandle::isAlive).orElse(false));
            platform.restart(Service.INVOICE);
            assertNotEquals(second, platform.pid(Service.INVOICE));
            get(platform.url(Service.INVOICE));

            assertEquals(neighbour, platform.pid(Service.DUNNING));
            assertFalse(platform.failure().isDone());
        }
    }

    @Test
    void a_service_that_ends_while_starting_is_named_and_nothing_stays() throws Exception {
        PlantedService.packageAs(Service.DUNNING.packaged(root), PlantedService.Broken.class);
        Exception failure = assertThrows(IllegalStateException.class, () -> Platform.start(options()));
        assertEquals(
                "dunning-service ended with exit code 7 while starting, see "
                        + root.resolve("target/local-stack/logs/dunning-service.log"),
                failure.getMessage());
        Children.awaitEnd(children.born());
        assertFalse(Files.exists(root.resolve("target/run.json")));
    }

    @Test
    void services_are_told_and_started_as_the_options_say_and_so_is_each_replica() throws Exception {
        PlatformOptions options = options()
                .services(Set.of(Service.INVOICE))
                .surroundings(servers -> servers.withPostgresPort(1).withSmtpPort(2))
                .environment(Map.of("RESKONTRA_WORK_POLL", "7s"))
                .javaOptions(List.of("-Dplanted=yes"));
        ProcessHandle process;
        try (Platform platform = Platform.start(options)) {
            ServiceProcess replica = platform.startReplica(Service.INVOICE);
            assertNotEquals(platform.url(Service.INVOICE), replica.launch().url());
            for (String url :
                    List.of(platform.url(Service.INVOICE), replica.launch().url())) {
                String told = get(url);
                assertTrue(told.contains("QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:1/invoice"), told);
                assertTrue(told.contains("RESKONTRA_MAIL_PORT=2"), told);
                assertTrue(told.contains("RESKONTRA_WORK_POLL=7s"), told);
            }
            assertTrue(replica.launch().command().contains("-Dplanted=yes"));
            process = ProcessHandle.of(replica.pid()).orElseThrow();
        }
        assertFalse(process.isAlive(), "the replica stops with the platform");
    }

    @Test
    void a_service_that_was_not_built_is_named_before_anything_starts() throws IOException {
        Files.delete(Service.COLLECTION.packaged(root));
        Exception failure = assertThrows(IllegalStateException.class, () -> Platform.start(options()));
        assertTrue(failure.getMessage().contains("collection-service"), failure.getMessage());
        assertTrue(failure.getMessage().contains("mvn"), failure.getMessage());
    }

    private PlatformOptions options() {
        return PlatformOptions.of(root).anyPorts().progress(progress::add);
    }

    private void heard(String beginning) throws InterruptedException {
        String line;
        do {
            line = progress.poll(120, TimeUnit.SECONDS);
            assertTrue(line != null, "nobody said: " + beginning);
        } while (!line.startsWith(beginning));
    }

    private static List<String> restartCommand(Platform platform) throws IOException {
        List<String> command = new ArrayList<>();
        Json.read(Files.readString(platform.runFile()))
                .get("services")
                .get("invoice")
                .get("restart")
                .forEach(word -> command.add(word.asText()));
        return command;
    }

    private static String get(String url) throws IOException, InterruptedException {
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private static String output(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            return String.join("\n", reader.lines().toList());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
