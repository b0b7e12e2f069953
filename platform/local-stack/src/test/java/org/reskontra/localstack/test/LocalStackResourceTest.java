package org.reskontra.localstack.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a service's tests get from the resource. */
class LocalStackResourceTest {

    private static Map<String, String> configuration;

    @BeforeAll
    static void the_resource_has_started() {
        configuration = start("kit");
    }

    private static Map<String, String> start(String service) {
        LocalStackResource resource = new LocalStackResource();
        resource.init(Map.of("service", service));
        return resource.start();
    }

    @Test
    void a_second_start_finds_the_running_servers() {
        assertEquals(configuration, start("kit"));
    }

    @Test
    void one_module_cannot_ask_for_two_services() {
        assertThrows(IllegalStateException.class, () -> start("invoice"));
    }

    @Test
    void the_database_is_durable_and_its_roles_are_held_down() throws SQLException {
        try (Connection app = LocalStackResource.connectAsApp()) {
            assertEquals("kit_app", one(app, "select current_user"));
            assertEquals("on", one(app, "show fsync"));
            assertEquals("on", one(app, "show synchronous_commit"));
            assertEquals("on", one(app, "show full_page_writes"));
            assertEquals(
                    "0",
                    one(
                            app,
                            "select count(*) from pg_roles where rolname like 'kit\\_%' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)"));
            assertEquals(
                    "kit_owner", one(app, "select pg_get_userbyid(datdba) from pg_database where datname = 'kit'"));
            assertThrows(SQLException.class, () -> one(app, "create table sneaked_in (id int)"));
        }
        try (Connection owner = LocalStackResource.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table owned (id int)");
            statement.execute("drop table owned");
        }
    }

    @Test
    void tokens_are_signed_and_carry_role_and_tenant() throws Exception {
        UUID tenant = UUID.randomUUID();
        String issuer = configuration.get("quarkus.oidc.auth-server-url");
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer + "/jwks")))
                .setExpectedIssuer(issuer)
                .setRequireExpirationTime()
                .build();

        JwtClaims clerk = consumer.processToClaims(LocalStackResource.token("clerk", tenant));
        assertEquals("[clerk]", clerk.getStringListClaimValue("groups").toString());
        assertEquals(tenant.toString(), clerk.getStringClaimValue("tenant"));

        JwtClaims operator = consumer.processToClaims(LocalStackResource.operatorToken());
        assertEquals("[operator]", operator.getStringListClaimValue("groups").toString());
        assertFalse(operator.hasClaim("tenant"));
    }

    @Test
    void the_mailbox_is_empty_at_first() {
        assertTrue(LocalStackResource.mailsTo("nobody@example.org").isEmpty());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
