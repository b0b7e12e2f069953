package org.reskontra.localstack.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.localstack.Backend;
import org.reskontra.localstack.Json;
import org.reskontra.localstack.LocalStack;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.postgres.Databases;
import org.reskontra.localstack.postgres.PostgresAddress;
import org.reskontra.localstack.postgres.ServiceDatabase;

/**
 * PostgreSQL, Kafka, token issuer and mailbox for a module's Quarkus tests, started once per JVM and shared by all its
 * test classes. They stop when the JVM ends.
 *
 * <p>{@code @QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value =
 * "dunning"))}: the service is {@code invoice}, {@code dunning}, {@code credit-check}, {@code collection} or {@code kit}.
 * The system property {@code reskontra.backend} says where the servers come from, see {@link Backend}.
 *
 * <p>Quarkus may load this class several times in one JVM, so what is shared lies in system properties.
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {

    private static final String SHARED = "reskontra.stack.";
    // One object for all class loaders, and not one that others lock, as the system properties are.
    private static final Object ONCE = LocalStackResource.class.getName().intern();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private String service = "kit";

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        synchronized (ONCE) {
            if (System.getProperty(SHARED + "service") == null) {
                startShared(service);
            }
        }
        if (!service.equals(shared("service"))) {
            throw new IllegalStateException(
                    "one module tests one service: " + shared("service") + " runs, " + service + " was asked for");
        }
        return configuration();
    }

    private static void startShared(String service) {
        Backend backend = Backend.ofName(System.getProperty(Backend.PROPERTY, "embedded"));
        LocalStack stack = LocalStack.start(new LocalStack.Options(
                backend, null, Path.of("target", "local-stack-logs"), null, StackPorts.ANY, progress -> {}));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "local-stack-stop"));
        PostgresAddress postgres = stack.servers().postgres();
        ServiceDatabase database = new ServiceDatabase(databaseName(service, backend));
        Databases.prepare(postgres, database);
        share("database", database.name());
        share("jdbc-url", postgres.jdbcUrl(database.name()));
        share("reactive-url", postgres.reactiveUrl(database.name()));
        share("kafka", stack.servers().kafka());
        share("issuer", stack.issuer().address());
        share("mailbox", stack.mailbox().address());
        share("smtp-host", stack.mailbox().smtpHost());
        share("smtp-port", Integer.toString(stack.mailbox().smtpPort()));
        share("service", service);
    }

    /** A server that lives on between runs gets a database of this run, so that each run begins with an empty one. */
    private static String databaseName(String service, Backend backend) {
        String name = service.replace('-', '_');
        return backend == Backend.EXTERNAL
                ? name + "_" + UUID.randomUUID().toString().substring(0, 8)
                : name;
    }

    private static Map<String, String> configuration() {
        ServiceDatabase database = new ServiceDatabase(shared("database"));
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.http.host", "127.0.0.1");
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.devservices.enabled", "false");
        configuration.put("quarkus.datasource.reactive.url", shared("reactive-url"));
        configuration.put("quarkus.datasource.jdbc.url", shared("jdbc-url"));
        configuration.put("quarkus.datasource.username", database.app());
        configuration.put("quarkus.datasource.password", database.app());
        configuration.put("quarkus.flyway.username", database.owner());
        configuration.put("quarkus.flyway.password", database.owner());
        configuration.put("quarkus.flyway.placeholders.app", database.app());
        configuration.put("kafka.bootstrap.servers", shared("kafka"));
        configuration.put("quarkus.oidc.auth-server-url", shared("issuer"));
        configuration.put("reskontra.mail.host", shared("smtp-host"));
        configuration.put("reskontra.mail.port", shared("smtp-port"));
        configuration.put("reskontra.mail.encryption", "NONE");
        return configuration;
    }

    /** The shared servers outlive the application; the JVM's end stops them. */
    @Override
    public void stop() {}

    /** A bearer token of a tenant. Roles: integrator, clerk, operator, auditor. */
    public static String token(String role, UUID tenant) {
        return fetchToken(role, tenant, role);
    }

    /** The same, of somebody: what one proposes another approves. */
    public static String token(String role, UUID tenant, String subject) {
        return fetchToken(role, tenant, subject);
    }

    /** An operator's token without a tenant claim, for creating tenants. */
    public static String operatorToken() {
        return fetchToken("operator", null, "operator");
    }

    private static String fetchToken(String role, @Nullable UUID tenant, String subject) {
        String form = "grant_type=client_credentials&client_id=" + role + "&client_secret=" + role + "&tenant="
                + (tenant == null ? "" : tenant) + "&subject=" + subject;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(shared("issuer") + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return Json.read(answer.body()).get("access_token").asText();
    }

    /** Bootstrap servers of the broker. */
    public static String kafka() {
        return shared("kafka");
    }

    public static String jdbcUrl() {
        return shared("jdbc-url");
    }

    /** A connection as the role that owns the tables; row-level security that is forced holds for it too. */
    public static Connection connectAsOwner() throws SQLException {
        String owner = new ServiceDatabase(shared("database")).owner();
        return DriverManager.getConnection(jdbcUrl(), owner, owner);
    }

    /** A connection as the role that the service works as. */
    public static Connection connectAsApp() throws SQLException {
        String app = new ServiceDatabase(shared("database")).app();
        return DriverManager.getConnection(jdbcUrl(), app, app);
    }

    /** What the mailbox got for a recipient, newest first: see {@link org.reskontra.localstack.mailbox.StoredMail}. */
    public static JsonNode mailsTo(String recipient) {
        return Json.read(send(HttpRequest.newBuilder(URI.create(shared("mailbox") + "?limit=1000&to="
                                + URLEncoder.encode(recipient, StandardCharsets.UTF_8))))
                        .body())
                .get("items");
    }

    /** The address of the mailbox's HTTP side. */
    public static String mailbox() {
        return shared("mailbox");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "the local stack answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("the local stack does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void share(String name, String value) {
        System.setProperty(SHARED + name, value);
    }

    private static String shared(String name) {
        String value = System.getProperty(SHARED + name);
        if (value == null) {
            throw new IllegalStateException(
                    "the local stack runs only in tests with @QuarkusTestResource(LocalStackResource)");
        }
        return value;
    }
}
