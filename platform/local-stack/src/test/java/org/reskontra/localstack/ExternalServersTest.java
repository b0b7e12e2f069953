package org.reskontra.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.localstack.postgres.PostgresAddress;

class ExternalServersTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RESKONTRA_PG_URL", "postgresql://db.example:6432",
            "RESKONTRA_PG_USER", "admin",
            "RESKONTRA_PG_PASSWORD", "secret",
            "RESKONTRA_KAFKA", "a.example:9092,b.example:9092");

    @Test
    void the_environment_names_the_servers() {
        ExternalServers servers = ExternalServers.fromEnvironment(ENVIRONMENT);
        assertEquals(new PostgresAddress("db.example", 6432, "admin", "secret"), servers.postgres());
        assertEquals("a.example:9092,b.example:9092", servers.kafka());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db.example", "postgresql://db.example/postgres"})
    void a_url_may_be_one_for_jdbc_and_have_the_usual_port(String url) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("RESKONTRA_PG_URL", url);
        assertEquals(
                5432, ExternalServers.fromEnvironment(environment).postgres().port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESKONTRA_PG_URL", "RESKONTRA_PG_USER", "RESKONTRA_KAFKA"})
    void what_is_missing_is_named(String name) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.remove(name);
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> ExternalServers.fromEnvironment(environment));
        assertEquals("the external backend needs the environment variable " + name, refusal.getMessage());
    }
}
