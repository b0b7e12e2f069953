package org.reskontra.benchmarks;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.localstack.Pause;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.PlatformOptions;
import org.reskontra.localstack.oidc.Role;
import org.reskontra.localstack.services.Service;

/** What is measured on: the database, the broker and some of the services, with one sandbox creditor. */
public final class Stand implements AutoCloseable {

    /** The creditor's first day. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 3);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    /** The last rows of a case are sealed after a second, instead of at the end of a long wait in which nothing happens. */
    private static final Map<String, String> SOON = Map.of("RESKONTRA_WORK_POLL", "1s");

    /** The part of what was waited that the answer may come late. */
    private static final int ASKINGS = 50;

    private final Platform platform;
    private final TenantId tenant;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Consumer<String> progress;

    private Stand(Platform platform, TenantId tenant, Consumer<String> progress) {
        this.platform = platform;
        this.tenant = tenant;
        this.progress = progress;
    }

    public static Stand start(Path root, Set<Service> services, Consumer<String> progress) {
        var tenant = new TenantId(UUID.randomUUID());
        var target = root.resolve(Path.of("platform", "benchmarks", "target"));
        var platform = Platform.start(PlatformOptions.of(root)
                .anyPorts()
                .restartable(true)
                .services(services)
                .tenant(tenant)
                .environment(SOON)
                .runFile(target.resolve("run.json"))
                .logs(target.resolve("logs"))
                .progress(progress));
        return new Stand(platform, tenant, progress);
    }

    /** Enters the creditor, in invoice-service. */
    public void enterCreditor() {
        var body = """
                {"id": "%s", "name": "Sågen AB", "country": "SE", "zone": "Europe/Stockholm", "currency": "SEK",
                 "sandbox": true, "today": "%s", "organisationNumber": "5560360793",
                 "paymentDetails": {"bankgiro": "991-2346"}, "replyTo": "accounts@creditor.example.test"}""".formatted(tenant, FIRST_DAY);
        post("/v1/tenants", body, platform.token(Role.OPERATOR, null));
    }

    public Platform platform() {
        return platform;
    }

    public TenantId tenant() {
        return tenant;
    }

    public Vertx vertx() {
        return vertx;
    }

    public String integrator() {
        return platform.token(Role.INTEGRATOR, tenant);
    }

    /** Says on the progress line what is done now. */
    public void say(String what) {
        progress.accept(what);
    }

    /** Makes a topic for raw records, divided as the platform's own are. */
    public void topic(String name) {
        try (var admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka()))) {
            admin.createTopics(List.of(new NewTopic(name, Topics.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + name + " cannot be made", e);
        }
    }

    public Footprint footprint(Service service) {
        return Footprint.of(platform.pid(service));
    }

    /** A connection of the server's superuser, for whom there is no tenant's wall. */
    public Connection database(Service service) {
        var postgres = platform.postgres();
        try {
            return DriverManager.getConnection(
                    postgres.jdbcUrl(service.database().name()) + "?reWriteBatchedInserts=true",
                    postgres.administrator(),
                    postgres.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts JSON to invoice-service. */
    public String post(String path, String json) {
        return post(path, json, integrator());
    }

    private String post(String path, String json, String token) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    public String get(String path) {
        return send(request(path, integrator()).build());
    }

    public HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(platform.url(Service.INVOICE) + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    /** The answer's text; throws on any answer but success. */
    public String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answers " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a query says true; asks the less often the longer it takes, so that asking costs next to nothing. */
    public static void await(Connection connection, String question) {
        long start = System.nanoTime();
        try (var statement = connection.prepareStatement(question)) {
            while (true) {
                try (var answer = statement.executeQuery()) {
                    if (answer.next() && answer.getBoolean(1)) {
                        return;
                    }
                }
                var waited = Duration.ofNanos(System.nanoTime() - start);
                if (waited.compareTo(LONGEST_WAIT) > 0) {
                    throw new IllegalStateException("never true: " + question);
                }
                Pause.millis(Math.clamp(waited.toMillis() / ASKINGS, 1, LONGEST_PAUSE.toMillis()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the service whose database this is has nothing left to publish. */
    public static void awaitPublished(Connection connection) {
        await(connection, "select not exists (select from outbox)");
    }

    /** Waits until the creditor's last posting is sealed. */
    public void awaitSealed(Connection connection) {
        await(connection, """
                select (select seq from ledger_posting where tenant_id = '%1$s' order by known_at desc, seq desc limit 1)
                     = (select seq from ledger_link where tenant_id = '%1$s' order by position desc limit 1)
                """.formatted(tenant));
    }

    /** Runs statements one after the other. */
    public static void run(Connection connection, String... statements) {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        platform.close();
    }
}
