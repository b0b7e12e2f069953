package org.reskontra.localstack;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.reskontra.localstack.postgres.PostgresAddress;

/**
 * Servers that somebody else runs. Environment variables:
 *
 * <ul>
 *   <li>{@code RESKONTRA_PG_URL}: {@code postgresql://host:port}, default port 5432
 *   <li>{@code RESKONTRA_PG_USER}, {@code RESKONTRA_PG_PASSWORD}: a role that may create databases and roles
 *   <li>{@code RESKONTRA_KAFKA}: bootstrap servers, {@code host:port[,host:port]}
 * </ul>
 */
record ExternalServers(PostgresAddress postgres, String kafka) implements Servers {

    static ExternalServers fromEnvironment(Map<String, String> environment) {
        URI url = URI.create(needed(environment, "RESKONTRA_PG_URL").replaceFirst("^jdbc:", ""));
        if (url.getHost() == null) {
            throw new IllegalArgumentException("RESKONTRA_PG_URL must read postgresql://host:port, not " + url);
        }
        return new ExternalServers(
                new PostgresAddress(
                        url.getHost(),
                        url.getPort() == -1 ? 5432 : url.getPort(),
                        needed(environment, "RESKONTRA_PG_USER"),
                        environment.getOrDefault("RESKONTRA_PG_PASSWORD", "")),
                needed(environment, "RESKONTRA_KAFKA"));
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the external backend needs the environment variable " + name);
        }
        return value;
    }

    /** Nothing is known about them after the start. */
    @Override
    public CompletableFuture<String> failure() {
        return new CompletableFuture<>();
    }

    /** They are not ours to stop. */
    @Override
    public void close() {}
}
