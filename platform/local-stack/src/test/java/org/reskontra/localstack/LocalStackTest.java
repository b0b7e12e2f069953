package org.reskontra.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.Servers.Server;
import org.reskontra.localstack.oidc.Role;
import org.reskontra.localstack.planted.Children;
import org.reskontra.localstack.postgres.Databases;
import org.reskontra.localstack.postgres.PostgresAddress;
import org.reskontra.localstack.postgres.ServiceDatabase;
import org.reskontra.localstack.services.Service;

/** The servers that a run stands on, for real. */
class LocalStackTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Children children = new Children();

    @TempDir
    Path folder;

    @Test
    void two_stacks_run_side_by_side_and_leave_nothing_behind() throws Exception {
        Path first;
        Path second;
        List<ProcessHandle> processes;
        try (LocalStack one = start(null);
                LocalStack two = start(null)) {
            first = one.folder();
            second = two.folder();
            assertNotEquals(one.servers().postgres(), two.servers().postgres());
            assertNotEquals(one.servers().kafka(), two.servers().kafka());

            the_database_answers(two);
            the_topics_are_as_in_production(one);
            an_event_comes_through(one);
            a_token_is_accepted(one);
            a_mail_arrives_once_per_recipient(one);

            processes = children.born();
            assertTrue(processes.size() >= 4, "brokers and wardens");
        }
        Children.awaitEnd(processes);
        assertFalse(Files.exists(first));
        assertFalse(Files.exists(second));
    }

    @Test
    void a_kept_folder_is_used_again_also_after_a_broker_died_and_by_one_run_at_a_time() throws Exception {
        TenantId tenant = new TenantId(UUID.randomUUID());
        String token;
        int issuerPort;
        try (LocalStack stack = start(folder)) {
            Databases.prepare(stack.servers().postgres(), Service.INVOICE.database());
            run(stack, "create table kept (word text)");
            run(stack, "insert into kept values ('still here')");
            produce(stack, "kept");
            token = stack.issuer().mint(Role.CLERK, tenant);
            issuerPort = URI.create(stack.issuer().address()).getPort();

            Exception refusal = assertThrows(IllegalStateException.class, () -> start(folder));
            assertEquals("another run uses the data folder " + folder.toAbsolutePath(), refusal.getMessage());

            assertFalse(stack.servers().failure().isDone());
            long broker = Long.parseLong(Files.readString(folder.resolve("pids/kafka.pid")));
            ProcessHandle.of(broker).orElseThrow().destroyForcibly();
            assertEquals("Kafka", stack.servers().failure().get(120, TimeUnit.SECONDS));
        }
        try (LocalStack stack = start(folder, new StackPorts(0, 0, issuerPort, 0, 0))) {
            Databases.prepare(stack.servers().postgres(), Service.INVOICE.database());
            assertEquals("still here", query(stack, "select word from kept"));
            assertEquals("kept", consume(stack));
            verify(stack, token);
        }
        assertTrue(Files.exists(folder.resolve("postgres")));
    }

    @Test
    void servers_that_were_killed_come_back_with_what_they_had_and_it_counts_as_no_failure() throws Exception {
        try (LocalStack stack = start(null)) {
            Databases.prepare(stack.servers().postgres(), Service.INVOICE.database());
            run(stack, "create table kept (word text)");
            run(stack, "insert into kept values ('still here')");
            produce(stack, "kept");
            PostgresAddress postgres = stack.servers().postgres();
            String kafka = stack.servers().kafka();

            stack.servers().kill(Server.POSTGRES);
            stack.servers().kill(Server.KAFKA);
            assertThrows(SQLException.class, () -> query(stack, "select word from kept"));
            assertThrows(IllegalStateException.class, () -> stack.servers().kill(Server.KAFKA), "it is dead");
            stack.servers().restart(Server.POSTGRES);
            stack.servers().restart(Server.KAFKA);

            assertEquals("still here", query(stack, "select word from kept"));
            assertEquals("kept", consume(stack));
            assertEquals(postgres, stack.servers().postgres());
            assertEquals(kafka, stack.servers().kafka());
            assertFalse(stack.servers().failure().isDone());

            long broker = Long.parseLong(Files.readString(stack.folder().resolve("pids/kafka.pid")));
            ProcessHandle.of(broker).orElseThrow().destroyForcibly();
            assertEquals("Kafka", stack.servers().failure().get(120, TimeUnit.SECONDS), "its second life is watched");
        }
    }

    private LocalStack start(Path data) {
        return start(data, StackPorts.ANY);
    }

    private LocalStack start(Path data, StackPorts ports) {
        return LocalStack.start(new LocalStack.Options(
                Backend.EMBEDDED, data, folder.resolve("logs"), new TenantId(UUID.randomUUID()), ports, line -> {}));
    }

    private static void the_database_answers(LocalStack stack) throws SQLException {
        Databases.prepare(stack.servers().postgres(), Service.INVOICE.database());
        Databases.prepare(stack.servers().postgres(), Service.INVOICE.database()); // again changes nothing
        assertEquals("18", query(stack, "show server_version").substring(0, 2));
    }

    private static void the_topics_are_as_in_production(LocalStack stack) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.servers().kafka()))) {
            TreeSet<String> expected = new TreeSet<>(Topics.ALL);
            Topics.ALL.forEach(topic -> expected.add(Topics.deadLetter(topic)));
            Map<String, TopicDescription> topics =
                    admin.describeTopics(expected).allTopicNames().get(120, TimeUnit.SECONDS);
            assertTrue(topics.values().stream()
                    .allMatch(topic -> topic.partitions().size() == 12));
            ConfigResource clocks = new ConfigResource(ConfigResource.Type.TOPIC, Topics.TENANT_EVENTS);
            assertEquals(
                    "compact",
                    admin.describeConfigs(List.of(clocks))
                            .all()
                            .get(120, TimeUnit.SECONDS)
                            .get(clocks)
                            .get("cleanup.policy")
                            .value());
        }
    }

    private static void an_event_comes_through(LocalStack stack) throws Exception {
        produce(stack, "issued");
        assertEquals("issued", consume(stack));
    }

    private static void a_token_is_accepted(LocalStack stack) throws Exception {
        JsonNode discovery = Json.read(get(stack.issuer().address() + "/.well-known/openid-configuration"));
        assertEquals(stack.issuer().address(), discovery.get("issuer").asText());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(discovery.get("token_endpoint").asText()))
                .header("Authorization", "Basic Y2xlcms6Y2xlcms=")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        JsonNode answer = Json.read(HTTP.send(request, BodyHandlers.ofString()).body());
        assertEquals(86_400, answer.get("expires_in").asInt());
        verify(stack, answer.get("access_token").asText());
        HttpRequest wrong = HttpRequest.newBuilder(URI.create(stack.issuer().tokenEndpoint()))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=clerk&client_secret=guess"))
                .build();
        assertEquals(401, HTTP.send(wrong, BodyHandlers.ofString()).statusCode());
    }

    private static void verify(LocalStack stack, String token) throws Exception {
        new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        new HttpsJwks(stack.issuer().address() + "/jwks")))
                .setExpectedIssuer(stack.issuer().address())
                .build()
                .processToClaims(token);
    }

    private static void a_mail_arrives_once_per_recipient(LocalStack stack) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", stack.mailbox().smtpHost());
        settings.put("mail.smtp.port", Integer.toString(stack.mailbox().smtpPort()));
        Session session = Session.getInstance(settings);
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<letter-1@reskontra.example>");
            }
        };
        mail.setFrom(new InternetAddress("invoices@creditor.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress("debtor@example.org"));
        mail.setRecipient(RecipientType.CC, new InternetAddress("accountant@example.org"));
        mail.setSubject("Påminnelse", "UTF-8");
        mail.setText("Förfallen faktura", "UTF-8");
        Transport.send(mail);

        JsonNode list = Json.read(get(stack.mailbox().address() + "?to=debtor@example.org"));
        assertEquals(2, list.get("received").asInt());
        assertEquals(1, list.get("items").size());
        JsonNode item = list.get("items").get(0);
        assertEquals("<letter-1@reskontra.example>", item.get("messageId").asText());
        assertEquals("Påminnelse", item.get("subject").asText());
        assertEquals("Förfallen faktura", item.get("text").asText().trim());
        assertEquals(
                "{\"count\":2}", get(stack.mailbox().address() + "/count?messageId=%3Cletter-1@reskontra.example%3E"));
    }

    private static String get(String address) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static void produce(LocalStack stack, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.servers().kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.INVOICE_EVENTS, 3, "key", value))
                    .get(120, TimeUnit.SECONDS);
        }
    }

    private static String consume(LocalStack stack) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.servers().kafka(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.INVOICE_EVENTS, 3)));
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(30))) {
                return record.value();
            }
        }
        throw new AssertionError("no record came");
    }

    private static void run(LocalStack stack, String sql) throws SQLException {
        try (Connection connection = connect(stack);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(LocalStack stack, String sql) throws SQLException {
        try (Connection connection = connect(stack);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private static Connection connect(LocalStack stack) throws SQLException {
        ServiceDatabase database = Service.INVOICE.database();
        PostgresAddress server = stack.servers().postgres();
        return DriverManager.getConnection(server.jdbcUrl(database.name()), database.owner(), database.owner());
    }
}
