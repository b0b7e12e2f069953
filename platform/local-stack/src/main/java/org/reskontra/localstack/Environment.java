package org.reskontra.localstack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.reskontra.localstack.postgres.PostgresAddress;
import org.reskontra.localstack.postgres.ServiceDatabase;
import org.reskontra.localstack.services.Service;

/** What a service is told about its surroundings: its configuration as environment variables. */
final class Environment {

    private Environment() {}

    static Map<String, String> of(Service service, int port, Surroundings surroundings, String issuer) {
        PostgresAddress postgres = surroundings.postgres();
        ServiceDatabase database = service.database();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(database.name()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database.name()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.app());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.app());
        environment.put("QUARKUS_FLYWAY_USERNAME", database.owner());
        environment.put("QUARKUS_FLYWAY_PASSWORD", database.owner());
        environment.put("QUARKUS_FLYWAY_PLACEHOLDERS_APP", database.app());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", surroundings.kafka());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer);
        environment.put("RESKONTRA_MAIL_HOST", surroundings.smtpHost());
        environment.put("RESKONTRA_MAIL_PORT", Integer.toString(surroundings.smtpPort()));
        environment.put("RESKONTRA_MAIL_ENCRYPTION", "NONE");
        return environment;
    }
}
